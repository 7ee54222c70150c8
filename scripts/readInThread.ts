/**
 * What reads the files of an import. It is loaded by whoever reads the first one: threads where they are many.
 */
import type {ThreadReading} from '../importer/options.ts'
import {readStories} from '../importer/stages.ts'
import {layoutFor} from './layouts.ts'
import type {ReadingFlags} from './reading.ts'
import {isSound} from './validation.ts'

export const readingOf = (({section, layout}: ReadingFlags) => {
  const settings = section === undefined ? {} : {section: {value: section, origin: 'flag' as const}}
  return {
    read: (source, foreign) =>
      readStories(source, {...settings, foreign, layout: layoutFor(source.file, layout)}),
    isSound,
  }
}) as ThreadReading['readingOf']
