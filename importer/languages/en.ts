import type {Language} from './language.ts'

export const english: Language = {
  code: 'en',
  stopWords: `
    the of and to a in that is was for it on with as he his be by at i this had not are but from
    or have an they which one you were her all she there would their we him been has when who
    will no more if out so said what up its about into than them can only other new some could
    time these two may then do first any my now such like our over man me even most made after
    also did many before must through back years where much your way well down should because
    each just those people how too good us own being while both between under never same another
    know since last against himself still take might around between during without however says
    told`,
  wordClasses: {
    address: `you your yours yourself us our ours`,
    promotion: `
      subscribe subscription subscriber subscribers newsletter newsletters email inbox sign signup
      register login click tap download app free trial offer deal deals discount shop buy cookies
      cookie privacy policy terms conditions consent preferences settings advertising ads sponsored
      copyright rights reserved permission republished license trademark follow share tweet like
      join donate donation support membership member members account website site page browser
      facebook twitter instagram youtube linkedin podcast comment comments moderated views below
      delivered daily weekly updates alerts notifications unsubscribe affiliate commission link
      links contact`,
    report: `
      said says told added according announced reported wrote explained noted asked replied claimed
      stated confirmed revealed warned argued insisted described spokesman spokeswoman spokesperson
      officials police president minister government court study researchers season game monday
      tuesday wednesday thursday friday saturday sunday`,
    authorship: `
      reporter writer editor journalist correspondent author columnist contributor freelance
      covers covering writes founder graduate bestselling award-winning joined bio biography
      reached editorial newsroom staff photographer producer host lives`,
    self: `i me my mine i'm i've im i’m i’ve lol thanks`,
  },
  bylineOpeners: `
    by | written by | story by | words by | text by | posted by | reported by | author | authors
    | byline | interview by | interviewed by | words and pictures by | text and photos by`,
  bylineClosers: ``,
  months: `
    january jan | february feb | march mar | april apr | may | june jun | july jul | august aug
    | september sept sep | october oct | november nov | december dec`,
  weekdays: `
    monday mon | tuesday tue tues | wednesday wed | thursday thu thur thurs | friday fri
    | saturday sat | sunday sun`,
  dateOpeners: `
    published | published on | published at | published: | posted | posted on | updated |
    updated on | last updated | last modified | first published | date | created | modified | on`,
  updateOpeners: `updated | last updated | last modified | modified`,
  ago: {
    words: `ago`,
    units: `second | seconds | sec | minute | minutes | min | mins | hour | hours | hr | hrs | day | days | week | weeks | month | months | year | years`,
  },
  counters: {
    reads: `read | reads | reading | readers`,
    views: `view | views | page views | pageviews | hits | visits | viewed`,
    comments: `comment | comments | replies | responses | reactions`,
    shares: `share | shares | shared | retweets | tweets`,
    likes: `like | likes | claps | votes | points | followers | recommendations`,
    minutes: `
      min read | mins read | minute read | minutes read | min | mins | minutes to read | reading time | read time`,
  },
  relatedHeadings: `
    related | related stories | related articles | related news | related posts | related
    content | related topics | related links | related reading | related coverage | related
    video | related videos | related items | related tags | read more | read next | read also |
    see also | see more | more stories | more news | more articles | more like this | more on
    this | more on this story | more on this topic | more from us | more to read | more
    headlines | more | most read | most popular | most viewed | most shared | most commented |
    most recent | popular | popular now | popular stories | popular articles | popular posts |
    popular news | trending | trending now | trending stories | trending news | trending topics
    | hot topics | top stories | top news | top headlines | top posts | featured | featured
    stories | featured articles | featured posts | featured videos | headlines | latest | latest
    news | latest stories | latest articles | latest posts | latest headlines | latest updates |
    latest videos | recent | recent news | recent posts | recent articles | recent stories |
    recently published | breaking news | just in | recommended | recommended for you |
    recommended stories | recommended reading | recommended articles | recommended videos |
    suggested | suggested for you | suggested reading | you may also like | you might also like
    | you may like | you might like | you may be interested in | you might be interested in |
    you may also be interested in | you may have missed | in case you missed it | dont miss |
    don't miss | what to read next | what others are reading | whats hot | what's hot | what's
    new | up next | next | next up | next story | next article | next post | previous | previous
    story | previous article | previous post | previous post next post | keep reading | continue
    reading | further reading | explore more | explore further | discover more | also read |
    also in the news | also on this site | in this story | in this section | in this article |
    elsewhere | from the web | around the web | from our partners | from our network | sponsored
    stories | promoted stories | editors' picks | editor's picks | editors picks | editors
    choice | editor's choice | must read | must reads | must see | watch next | watch more |
    watch now | videos | video | photos | gallery | galleries | photo galleries | podcasts |
    similar stories | similar articles | other stories | other news | other articles | stories
    for you | for you | best of | stay up to date | view all | see all | show all | load more |
    show more`,
  relatedOpeners: `
    read more | read also | also read | read next | see also | see more | related | related
    story | related stories | related article | related articles | related news | more on this |
    watch now | watch more | listen now | dont miss | don't miss | must read | you may also like
    | recommended | in case you missed it | continue reading | keep reading | see related |
    click here | view more | learn more | find out more | go deeper | watch also | more from`,
  endHeadings: `
    comments | comment | leave a comment | leave a reply | post a comment | add a comment
    | add comment | write a comment | view comments | show comments | see comments
    | read comments | join the conversation | join the discussion | conversation | discussion
    | reader comments | your comment | comments are closed | log in to comment
    | be the first to comment | have your say | reply | cancel reply | responses
    | facebook comments | about the author | about the authors | about author | about us
    | about | author | authors | contributors | meet the author | written by | our team
    | contact | contact us | contacts | media contact | media contacts | press contact
    | contact information | contact details | for more information | newsletter | newsletters
    | subscribe | subscribe now | subscribe to our newsletter | sign up | sign up now
    | sign up for our newsletter | sign up for newsletters | get our newsletter
    | join our newsletter | email newsletter | email newsletters | daily newsletter
    | stay informed | stay connected | stay in touch | follow us | follow us on
    | connect with us | connect | find us on | support us | donate | donate now | get the app
    | download the app | download our app | tags | tag | topics | filed under | categories
    | category | keywords | labels | archives | references | sources | source | notes
    | footnotes | further information | share this | share this story | share this article
    | share this post | share on | share via | share | share with | print this article
    | email this article | rate this article | disclaimer | legal | corrections
    | report an error | report a typo | privacy policy | terms of use | terms of service
    | terms and conditions | cookie policy | advertise with us | sitemap | site map
    | quick links | useful links | links | sections | follow | company | services | help
    | support | careers | copyright`,
  endOpeners: `
    copyright | © | (c) | all rights reserved | this material may not | this article was
    originally | this story was originally | this article originally | this article first
    appeared | this story first appeared | originally published | first published | republished
    | this content is | this document is subject | this site uses | this website uses | we use
    cookies | by clicking | by signing up | by subscribing | by using this | by continuing |
    your email address | your privacy | sign up for | sign up to | subscribe to | follow us |
    follow him on | follow her on | follow them on | follow the | join our | join the | like us
    on | contact the | contact us | email the | reach the | click here | download | get the
    latest | get our | get more | stay up | support independent | support our | if you found |
    if you have | if you like | if you enjoyed | do you have | have a tip | got a tip | tags: |
    tags | topics: | filed under | posted in | categories: | category: | keywords: | source: |
    sources: | via: | editor: | editing by | reporting by | additional reporting | writing by |
    edited by | contact: | media contact | press contact | about the author | photo by |
    disclaimer | the views expressed | the opinions expressed | opinions expressed | views
    expressed | powered by | registered | please read | please note | please enter | required
    fields | comments are | comments must | log in | login | sign in | register | you must be
    logged | you need to be | notify me | save my name | republish | license | creative commons
    | citation: | provided by | more information: | journal information | note: | editor's note
    | editor’s note | correction: | correction |
    (reporting by | (additional reporting | (writing by | (editing by | our standards:`,
  feedLines: `the post * appeared first on *`,
  furniture: `
    share | tweet | facebook | twitter | x | linkedin | whatsapp | whats app | email | e-mail
    | mail | reddit | pinterest | telegram | messenger | flipboard | tumblr | instagram
    | youtube | tiktok | snapchat | threads | bluesky | mastodon | rss | rss feed
    | google news | google plus | google | vk | viber | line | wechat | weibo | sms
    | copy link | copy url | copy | link copied | link | print | save | bookmark | gift
    | listen | play | pause | mute | watch | share on facebook | share on twitter | share on x
    | share on linkedin | share on whatsapp | share by email | share via email
    | share this article | share article | share this | share to facebook | share to twitter
    | email this | email a link | print article | print this | save article | save for later
    | add to favorites | like | like this | likes | follow | following | subscribe
    | subscribe now | sign in | sign out | log in | login | logout | log out | register
    | sign up | my account | account | profile | settings | menu | main menu | close
    | close menu | open menu | toggle navigation | toggle menu | navigation | search
    | search for | search for: | go | submit | cancel | ok | accept | accept all | reject
    | reject all | agree | i agree | got it | continue | skip | skip to content
    | skip to main content | skip to navigation | skip to footer | jump to content | home
    | homepage | back | back to top | go back | top | next | previous | prev | older posts
    | newer posts | read more | more | more options | show more | show less | view more
    | see more | load more | learn more | expand | collapse | hide | show | view
    | view gallery | view comments | view profile | reply | report | edit | delete | text size
    | font size | a a a | aa | english | en | language | translate | select language | image
    | photo | photos | video | videos | audio | gallery | loading | loading... | loading…
    | please wait | calendar | jobs | classifieds | real estate | shop | store | contact
    | contact us | about | about us | careers | advertise | press | help | faq | faqs
    | privacy | privacy policy | terms | terms of use | terms of service | cookies
    | cookie policy | cookie settings | manage preferences | accessibility | sitemap
    | site map | feedback | newsletter | newsletters | podcast | podcasts | live | e-paper
    | epaper | archive | archives | tags | topics | authors | comments | comment | no comments
    | 0 comments | add comment | popular | trending | latest | featured`,
  interruptions: `
    advertisement | advertisements | advertising | ad | ads | skip ad | ad feedback
    | remove ads | sponsored | sponsored content | paid content | promoted | partner content
    | story continues below | story continues below advertisement
    | story continues below this ad | story continues after advertisement
    | story continues after ad | article continues below
    | article continues below advertisement | article continues below this ad
    | article continues after advertisement | article continues after ad
    | article continues after this ad | continues below advertisement
    | continues after advertisement | continue reading below | continue reading the main story
    | scroll to continue | scroll to continue with content`,
  releaseLabels: `press release | news release | media release | press statement | media statement | press notice
    | for release | embargoed | under embargo | not for publication`,
  releaseOpeners: `
    for immediate release | embargoed until | embargoed till | embargoed for | under embargo until
    | strictly embargoed | not for release before | hold for release until | for release on | for release at`,
  sectionNames: `
    news | world | politics | business | sport | sports | tech | technology | science | health |
    entertainment | lifestyle | life | culture | arts | opinion | opinions | editorial |
    editorials | columns | letters | weather | traffic | local | local news | national |
    international | economy | finance | money | markets | travel | food | style | fashion |
    music | movies | film | tv | books | games | gaming | education | environment | crime |
    obituaries | events | united states | us | u.s. | us news | uk | uk news | asia | europe |
    africa | middle east | americas | city | metro | region | regional | community | law |
    justice | human rights | society | religion | history | nature | animals | climate | energy
    | space | research | medicine | wellness | family | parenting | home & garden | garden |
    food & drink | autos | cars | motoring | football | soccer | basketball | baseball | hockey
    | cricket | tennis | golf | rugby | olympics | celebrity | celebrities | people | art |
    theater | theatre | photography | media | features | feature | interviews | interview |
    analysis | commentary | investigations | special reports | reviews | campaign | elections |
    government | congress | military | defense | security | cybersecurity | ai | innovation |
    startups | companies | industry | property | banking | stocks | crypto | cryptocurrency |
    personal finance`,
  captionOpeners: `
    photo | photos | photo by | photos by | photograph | photograph by | photography by | photo
    credit | photo courtesy | photo illustration | image | images | image by | image credit |
    image source | image courtesy | image caption | picture | pictures | picture by | pictured |
    file photo | file image | file | credit | credits | courtesy | courtesy of | illustration |
    illustration by | graphic | graphic by | video by | screenshot | caption | source | figure |
    fig | representative image | representational image | in this photo | in this file photo |
    in this image | above | left | right | a view of | a general view | view of`,
  captionClosers: `
    getty images | getty | afp | ap | reuters | ap photo | epa | shutterstock | istock |
    unsplash | pexels | pixabay | flickr | file photo | file | photo | pool | handout |
    contributed | courtesy | supplied | wikimedia commons | alamy | bloomberg | zuma | pa |
    press association | dpa | xinhua | screenshot | twitter | facebook | instagram | youtube |
    adobe stock | istockphoto | imago | usa today sports | the associated press | stock`,
  agencies: `
    ap | associated press | the associated press | reuters | afp | upi | pa | bloomberg |
    xinhua | cnn | pr newswire | business wire | globe newswire | globenewswire | prnewswire | Media OutReach Newswire | newswire`,
  hangingWords: `
    a an the of to and or for with from by at as in on into after before over under against
    between than that its his her their`,
}
