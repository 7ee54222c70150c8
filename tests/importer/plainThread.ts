/** The plain reader, as threads load it. */
import {plainReader} from './plainReader.ts'

export const readingOf = () => ({read: plainReader})
