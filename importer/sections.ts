/**
 * Section names → section documents: by title or alias where one exists, by slug where not.
 */

import type {Reference, Section} from './documents.ts'
import {sectionId} from './ids.ts'
import {titleKey} from './link/titleKey.ts'
import {slugOf} from './names/slugs.ts'
import {strong} from './references.ts'

/** A section as the dataset holds it. */
export type KnownSection = {_id: string; title?: string; aliases?: string[]}

export type Sections = {
  /** The section that carries this name; one that does not exist yet is made up, to be created with its first use. */
  resolve: (name: string) => Reference
  /** The document to create for a reference that `resolve` gave; absent for a section that existed before. */
  made: (id: string) => Section | undefined
}

export function sections(known: readonly KnownSection[]): Sections {
  const byName = new Map<string, string>()
  const made = new Map<string, Section>()
  const add = (name: string | undefined, id: string) => {
    if (name !== undefined && !byName.has(titleKey(name))) byName.set(titleKey(name), id)
  }
  // An alias says that an editor wants the name there, so it wins over a section that still has it as its title.
  for (const {_id, aliases} of known) for (const alias of aliases ?? []) add(alias, _id)
  for (const {_id, title} of known) add(title, _id)
  const ids = new Set(known.map((section) => section._id))

  const find = (name: string): string => {
    const found = byName.get(titleKey(name))
    if (found !== undefined) return found
    const section = newSection(name)
    add(name, section._id)
    if (!ids.has(section._id)) made.set(section._id, section)
    return section._id
  }
  return {
    resolve: (name) => strong(find(name)),
    made: (id) => made.get(id),
  }
}

/** The section as the importer makes it. */
export function newSection(name: string): Section {
  const current = slugOf(name)
  return {
    _id: sectionId(current),
    _type: 'section',
    title: name,
    slug: {_type: 'slug', current},
  }
}
