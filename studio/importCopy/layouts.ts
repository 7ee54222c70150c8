import {layouts} from '../../copydesk.config.ts'
import type {Layout} from '../../importer/layout.ts'

/** Names of the layouts that the newsroom has described. */
export const layoutNames = layouts.map(({name}) => name)

/** Undefined where there is none of that name, or no name. */
export function layoutNamed(name: string | undefined): Layout | undefined {
  return layouts.find((layout) => layout.name === name)
}
