/**
 * The languages that the reader knows. A new language is a new table here.
 */
import {arabic} from './ar.ts'
import {german} from './de.ts'
import {english} from './en.ts'
import {spanish} from './es.ts'
import {french} from './fr.ts'
import {italian} from './it.ts'
import {japanese} from './ja.ts'
import {korean} from './ko.ts'
import type {Language} from './language.ts'
import {portuguese} from './pt.ts'
import {russian} from './ru.ts'
import {chinese} from './zh.ts'

export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  russian,
  chinese,
  japanese,
  korean,
  arabic,
]
