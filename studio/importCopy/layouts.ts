import {layouts} from '../../copydesk.config.ts'
import {chooseLayout} from '../../importer/layout/choose.ts'
import type {Layout} from '../../importer/layout.ts'

/** Names of the layouts that the newsroom has described. */
export const layoutNames = layouts.map(({name}) => name)

/** The one named, or the one whose globs match the file, as on the command line. */
export function layoutFor(file: string, name: string | undefined): Layout | undefined {
  return chooseLayout(layouts, file, name)
}

/** Undefined where there is none of that name, or no name. */
export function layoutNamed(name: string | undefined): Layout | undefined {
  return layouts.find((layout) => layout.name === name)
}
