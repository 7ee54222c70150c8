/**
 * Rules by name → bits of `View.matched`.
 */
import {rules} from '../rules/index.ts'

export function maskOf(names: readonly string[]): number {
  return rules.reduce((bits, {name}, at) => (names.includes(name) ? bits | (1 << at) : bits), 0)
}
