/**
 * The languages that the reader knows. A new language is a new table here.
 */
import {english} from './en.ts'
import type {Language} from './language.ts'

export const languages: readonly Language[] = [english]
