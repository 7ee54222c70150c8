import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {documentTypes} from './vocabulary.ts'

const counts: Record<string, string> = {
  files: 'Files',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  conflicts: 'Conflicts',
  quarantined: 'Set aside',
  moved: 'Moved',
  vanished: 'Vanished',
  linksResolved: 'Links resolved',
  linksUnresolved: 'Links unresolved',
  requests: 'Requests',
  retries: 'Retries',
  seconds: 'Seconds',
}

const run = (name: string, title: string, description: string) =>
  defineField({
    name,
    title,
    description,
    type: 'reference',
    weak: true,
    to: [{type: documentTypes.importRun}],
    hidden: ({value}) => value === undefined,
  })

/** One run of the importer that changed something. */
export const importRun = defineType({
  name: documentTypes.importRun,
  title: 'Import run',
  type: 'document',
  readOnly: true,
  fields: [
    defineField({name: 'source', title: 'Source', type: 'string'}),
    defineField({name: 'startedAt', title: 'Started', type: 'datetime'}),
    defineField({
      name: 'finishedAt',
      title: 'Finished',
      description: 'Empty while the run goes on, or after it broke off.',
      type: 'datetime',
    }),
    defineField({name: 'who', title: 'By', type: 'string'}),
    defineField({
      name: 'shard',
      title: 'Part of the files',
      type: 'string',
      hidden: ({value}) => value === undefined,
    }),
    defineField({
      name: 'survey',
      title: 'Lines that many files have',
      description: 'Found before the first file was read; JSON.',
      type: 'text',
      hidden: ({value}) => value === undefined,
    }),
    ...Object.entries(counts).map(([name, title]) => defineField({name, title, type: 'number'})),
    defineField({
      name: 'sections',
      title: 'Sections made',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    run('undoes', 'Takes back', 'The run that this one takes back.'),
    run('undoneBy', 'Taken back by', 'The run that took this one back.'),
  ],
  orderings: [
    {name: 'newest', title: 'Newest first', by: [{field: 'startedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {
      source: 'source',
      startedAt: 'startedAt',
      created: 'created',
      updated: 'updated',
      conflicts: 'conflicts',
    },
    prepare: ({source, startedAt, created = 0, updated = 0, conflicts = 0}) => ({
      title: `${source ?? 'Import'}, ${String(startedAt ?? '')
        .slice(0, 16)
        .replace('T', ' ')}`,
      subtitle: `${created} created · ${updated} updated · ${conflicts} in conflict`,
    }),
  },
})
