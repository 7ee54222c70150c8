import {languages} from '../languages/index.ts'
import {wordings} from '../languages/language.ts'
import type {Rule} from './rule.ts'

const charsMax = 400
const pattern = new RegExp(
  `^(?:${languages
    .flatMap(({feedLines}) => wordings(feedLines))
    .map((wording) => wording.replaceAll('.', '\\.').replaceAll(' * ', ' .+ ').replace(/\*$/, '.+'))
    .join('|')})$`,
  'iu',
)

export const feedLine: Rule = {
  name: 'feedLine',
  role: 'boilerplate',
  why: 'Feeds end each story with a line that names it and the site it came from.',
  examples: [
    {text: 'The post Bridge opens again appeared first on The Harbour.', is: 'boilerplate'},
    {text: 'Der Beitrag Brücke wieder offen erschien zuerst auf Hafenblatt.', is: 'boilerplate'},
    {text: 'La entrada Puente abierto se publicó primero en El Puerto.', is: 'boilerplate'},
    {text: '投稿 橋が再開 は 港新聞 に最初に表示されました。', is: 'boilerplate'},
    {text: 'The post by Ada first appeared on Monday.', not: 'boilerplate'},
    {text: 'The post office appeared in the distance, first on the left.', not: 'boilerplate'},
  ],
  match: ({text}) => text.length <= charsMax && pattern.test(text),
}
