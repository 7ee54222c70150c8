/**
 * How this newsroom's copy is written. Add a layout for copy that the reader does not understand by itself; pick it
 * with --layout or by its files.
 */
import {defineLayout, type Layout} from './importer/layout.ts'

export const layouts: readonly Layout[] = [
  defineLayout({
    name: 'wire',
    boilerplate: ['END', '-30-', '###', /^\(?more\)?$/i],
    tailOpeners: ['Notes to editors', 'Ends', /^Media contacts?:?$/i],
    sections: {'Human Rights': ['HUMAN RIGHTS', 'Human rights']},
  }),
]
