/** The plain reader, as threads load it. What it reads is never looked at whole again. */
import {plainReader} from './plainReader.ts'

export const readingOf = () => ({read: plainReader, isSound: () => true})
