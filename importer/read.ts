/**
 * Source → stories: the pure stages in order.
 */
import {classify} from './classify.ts'
import {type ComposeOptions, compose, type Story} from './compose.ts'
import type {Source} from './source.ts'
import {split} from './split.ts'

export type ReadOptions = ComposeOptions

export function readStories(source: Source, options: ReadOptions = {}): Story[] {
  return [compose(source, classify(split(source.text), options), options)]
}
