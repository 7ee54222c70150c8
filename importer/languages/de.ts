import type {Language} from './language.ts'

export const german: Language = {
  code: 'de',
  stopWords: `
    der die das und in zu den von ist nicht mit sich des auf für als auch dem ein eine einen im
    an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war
    haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können
    schon wenn habe seine mark ihre dann unter wir soll ich eines es jahr zwei jahren diese
    dieser wieder keine seiner worden will zwischen immer was ja weil ihr beim sehr ihm ihn uns
    doch hier da ohne mir denn seit damit dazu wurden`,
  wordClasses: {
    address: `sie ihnen ihr ihre ihren dir dich euch euer uns unser unsere`,
    promotion: `
      newsletter abonnieren abo anmelden registrieren kostenlos datenschutz cookies cookie
      einwilligung werbung anzeige copyright rechte impressum agb kommentar kommentare teilen
      folgen klicken herunterladen app website e-mail mitglied konto`,
    report: `
      sagte erklärte teilte mitteilte berichtete berichtet laut angaben sprecher sprecherin
      polizei minister regierung gericht montag dienstag mittwoch donnerstag freitag samstag
      sonntag betonte forderte`,
    authorship: `
      redakteur redakteurin autor autorin korrespondent korrespondentin journalist journalistin
      redaktion reporter`,
    self: `ich mich mir mein meine`,
  },
  bylineOpeners: `von | text von | ein bericht von | autor | autorin | verfasst von
    | interview von | das interview führte | die fragen stellte`,
  bylineClosers: ``,
  months: `
    januar jänner jan | februar feb | märz mär mrz | april apr | mai | juni jun | juli jul |
    august aug | september sept sep | oktober okt | november nov | dezember dez`,
  weekdays: `
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonnabend | sonntag`,
  dateOpeners: `
    veröffentlicht | veröffentlicht am | aktualisiert | aktualisiert am | stand | erstellt am |
    datum | zuletzt aktualisiert`,
  updateOpeners: `aktualisiert | zuletzt aktualisiert | geändert | stand`,
  ago: {
    words: `vor`,
    units: `
    sekunde | sekunden | minute | minuten | stunde | stunden | tag | tagen | woche | wochen |
    monat | monaten | jahr | jahren`,
  },
  counters: {
    reads: `mal gelesen | gelesen | leser`,
    views: `aufrufe | aufruf | ansichten | klicks`,
    comments: `kommentar | kommentare | antworten`,
    shares: `mal geteilt | geteilt`,
    likes: `gefällt mir | stimmen`,
    minutes: `min lesezeit | minuten lesezeit | min. lesezeit | minuten | lesezeit | lesedauer`,
  },
  relatedHeadings: `
    mehr zum thema | lesen sie auch | das könnte sie auch interessieren | das könnte dich auch
    interessieren | weitere artikel | weitere meldungen | weitere nachrichten | meistgelesen |
    meistgelesene artikel | ähnliche artikel | verwandte artikel | verwandte themen | auch
    interessant | aktuelle nachrichten | neueste artikel | aus dem ressort | empfehlungen |
    unsere empfehlungen | nächster artikel | vorheriger artikel | top-themen | themen | mehr`,
  relatedOpeners: `
    lesen sie auch | lesen sie mehr | lesen sie hier | mehr dazu | mehr zum thema | siehe auch |
    weiterlesen | hintergrund | kommentar | video`,
  endHeadings: `
    kommentare | kommentar schreiben | kommentar verfassen | diskutieren sie mit | über den
    autor | über die autorin | zur person | newsletter | newsletter abonnieren | folgen sie uns
    | schlagwörter | stichwörter | tags | quellen | quelle | kontakt | pressekontakt | impressum
    | datenschutz | teilen | artikel teilen | rückfragehinweis`,
  endOpeners: `
    copyright | alle rechte vorbehalten | dieser artikel erschien | dieser text erschien | diese
    website verwendet | wir verwenden cookies | abonnieren sie | melden sie sich | folgen sie
    uns | quelle: | kontakt: | pressekontakt | rückfragen | das könnte sie | mit material von |
    (dpa`,
  feedLines: `der beitrag * erschien zuerst auf *`,
  furniture: `
    teilen | drucken | merken | kommentieren | startseite | menü | suche | suchen | anmelden
    | abmelden | registrieren | einloggen | abo | abonnieren | schließen | weiterlesen
    | mehr anzeigen | mehr erfahren | vorlesen | artikel anhören | zur startseite | nach oben
    | impressum | datenschutz | agb | kontakt | hilfe | e-mail | facebook | artikel merken
    | zum inhalt springen | cookie-einstellungen | überspringen | weiter | zurück`,
  interruptions: `
    anzeige | anzeigen | werbung | advertorial | weiter nach der anzeige
    | weiter nach der werbung | artikel geht unter der anzeige weiter
    | der artikel geht nach der anzeige weiter | nach der werbung weiterlesen`,
  releaseLabels: `pressemitteilung | presseinformation | pressemeldung | medienmitteilung | presseaussendung
    | zur sofortigen veröffentlichung`,
  releaseOpeners: `
    zur sofortigen veröffentlichung | sperrfrist: | sperrfrist bis | gesperrt bis`,
  sectionNames: `
    politik | wirtschaft | sport | kultur | wissen | wissenschaft | gesundheit | panorama |
    gesellschaft | reise | auto | digital | technik | meinung | regional | lokales | ausland |
    inland | welt | deutschland | österreich | schweiz | umwelt | bildung | medien | finanzen |
    geld | leben | stil | menschenrechte`,
  captionOpeners: `
    foto | fotos | bild | bilder | bildquelle | symbolbild | symbolfoto | archivbild |
    archivfoto | grafik | quelle | credit`,
  captionClosers: `
    dpa | picture alliance | afp | reuters | imago | getty images | symbolbild | archiv |
    archivbild | apa | keystone | epa`,
  agencies: `
    dpa | dpa-afx | afp | apa | sda | keystone-sda | sid | epd | kna | reuters | ots | ap`,
  hangingWords: `
    der die das den dem des ein eine einen einem einer und oder von vom mit für zu zum zur im
    in am an auf aus bei nach vor über unter gegen als wie`,
}
