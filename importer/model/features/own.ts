import {wordClasses} from '../../languages/language.ts'
import {says} from '../../languages/wordings.ts'
import {rules} from '../../rules/index.ts'
import type {FeatureGroup} from './group.ts'

/** Lines with the others are set apart before. */
const {release: _, ...weighed} = says
const wordings = Object.values(weighed)

/** What can be said of the line by itself. */
export const own: FeatureGroup = {
  columns: [
    'size',
    'words',
    'wordLength',
    'capitalised',
    'shouted',
    'stopShare',
    'stopWords',
    'commas',
    'stops',
    'quotes',
    'separators',
    'digits',
    'signs',
    'ending',
    'opening',
    ...wordClasses,
    ...Object.keys(weighed),
    ...rules.map((rule) => rule.name),
  ],
  write({lines, matched}, index, row) {
    const shape = lines[index]
    if (!shape) return
    const words = Math.max(shape.words, 1)
    row.put(Math.log1p(shape.size))
    row.put(Math.log1p(shape.words + shape.wide))
    row.put(shape.letters / words)
    row.put(shape.capitalised / words)
    row.put(shape.shouted / words)
    row.put(shape.stopWords / words)
    row.put(shape.stopWords)
    row.put(shape.commas)
    row.put(shape.stops)
    row.put(shape.quotes)
    row.put(shape.separators)
    row.put(shape.digits / shape.size)
    row.put(shape.signs / words)
    row.put(shape.ending)
    row.put(shape.opening)
    for (const count of shape.classes) row.put(count)
    for (const bit of wordings) row.put(shape.wording & bit ? 1 : 0)
    for (let rule = 0; rule < rules.length; rule++)
      row.put(((matched[index] as number) >> rule) & 1)
  },
}
