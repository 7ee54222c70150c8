/**
 * Which layout of copydesk.config.ts reads a file.
 */
import {layouts} from '../copydesk.config.ts'
import {chooseLayout} from '../importer/layout/choose.ts'
import type {Layout} from '../importer/layout.ts'

/** As `chooseLayout` says. */
export function layoutFor(file: string, name?: string): Layout | undefined {
  return chooseLayout(layouts, file, name)
}
