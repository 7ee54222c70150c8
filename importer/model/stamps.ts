/**
 * Short lines that come back beside each text of many: the hour of a comment, the label of a button.
 */
import type {Shape} from '../shape.ts'
import {maskOf} from './mask.ts'

const charsMax = 80
const repeatsMin = 3
const dates = maskOf(['date', 'ago'])
const clock = /\d[:.]\d\d/

/** A date with its hour: comments and entries of live blogs have one each. */
export function isStamp({text}: Shape, matched: number): boolean {
  return (matched & dates) !== 0 && text.length < charsMax && clock.test(text)
}

/** `repeats`: in how many lines of the file it stands. */
export function isLabel({text}: Shape, repeats: number): boolean {
  return repeats >= repeatsMin && text.length < charsMax
}
