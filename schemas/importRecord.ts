import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {listLine} from './articleList.ts'
import {documentTypes} from './vocabulary.ts'

const string = (name: string, title: string, description?: string) =>
  defineField({name, title, description, type: 'string'})

/** JSON that the importer keeps for itself; one attribute however long. */
const json = (name: string, title: string) =>
  defineField({name, title, type: 'text', rows: 4, hidden: true})

const share = (name: string, title: string) =>
  defineField({name, title, description: 'From 0 to 1.', type: 'number', group: 'reading'})

const diagnostic = defineArrayMember({
  name: 'importDiagnostic',
  title: 'Note',
  type: 'object',
  fields: [
    string('code', 'Code'),
    string('level', 'Level'),
    string('message', 'Message'),
    defineField({name: 'line', title: 'Line', type: 'number'}),
  ],
  preview: {select: {title: 'message', subtitle: 'code'}},
})

const conflict = defineArrayMember({
  name: 'importConflict',
  title: 'Conflict',
  type: 'object',
  fields: [
    string('field', 'Field'),
    string('document', 'Document', 'The published story, its draft, or a version of it.'),
    defineField({name: 'source', title: 'The source says', type: 'text', rows: 3}),
    defineField({name: 'story', title: 'The story says', type: 'text', rows: 3}),
    json('sourceValue', 'Value of the source'),
    json('storyValue', 'Value of the story'),
    string('after', 'After', 'Key of the item before the place.'),
    string('run', 'Run', 'The run that found it.'),
  ],
  preview: {select: {title: 'field', subtitle: 'source'}},
})

const identity = [
  defineField({
    name: 'article',
    title: 'Story',
    type: 'reference',
    weak: true,
    to: [{type: documentTypes.article}],
    group: 'file',
  }),
  ...[
    string('source', 'Source', 'With the file, the identity of the story.'),
    string('file', 'File', 'Path from the import root.'),
    string('state', 'State'),
    string('sha256', 'SHA-256', "Of the file's bytes."),
    defineField({name: 'bytes', title: 'Bytes', type: 'number'}),
    string('encoding', 'Encoding'),
    string('layout', 'Layout'),
    string('parser', 'Parser version'),
    defineField({name: 'stories', title: 'Stories in the file', type: 'number'}),
    string('textHash', 'Hash of the text'),
    string('digest', 'Hash of the content'),
    string('simhash', 'Simhash', 'Near texts differ in few bits.'),
    defineField({
      name: 'bands',
      title: 'Parts of the simhash',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      hidden: true,
    }),
    string('title', 'Headline', 'As the file has it.'),
  ].map((field) => ({...field, group: 'file'})),
]

const reading = [
  defineField({
    name: 'text',
    title: 'Raw text',
    description: 'The file as decoded, to the letter.',
    type: 'text',
    rows: 12,
    group: 'reading',
  }),
  share('titleConfidence', 'Confidence in the title'),
  share('sectionConfidence', 'Confidence in the section'),
  defineField({
    name: 'sectionOrigin',
    title: 'Where the section came from',
    type: 'string',
    group: 'reading',
  }),
  defineField({
    name: 'diagnostics',
    title: 'Notes',
    type: 'array',
    of: [diagnostic],
    group: 'reading',
  }),
  json('spans', 'Spans'),
  json('base', 'Base'),
]

const runs = [
  defineField({name: 'conflicts', title: 'Conflicts', type: 'array', of: [conflict]}),
  defineField({
    name: 'delivers',
    title: 'What the path delivers now',
    type: 'reference',
    weak: true,
    to: [{type: documentTypes.importRecord}],
  }),
  defineField({
    name: 'run',
    title: 'Last run',
    type: 'reference',
    weak: true,
    to: [{type: documentTypes.importRun}],
  }),
  string('change', 'What it did'),
  defineField({
    name: 'runs',
    title: 'All runs',
    description: 'That touched the story, the latest last.',
    type: 'array',
    of: [defineArrayMember({type: 'reference', weak: true, to: [{type: documentTypes.importRun}]})],
  }),
  json('undo', 'Undo'),
].map((field) => ({...field, group: 'runs'}))

/** What is known of the file behind a story. Written by the importer; editors read it in the Source view. */
export const importRecord = defineType({
  name: documentTypes.importRecord,
  title: 'Import record',
  type: 'document',
  readOnly: true,
  groups: [
    {name: 'file', title: 'File', default: true},
    {name: 'reading', title: 'Reading'},
    {name: 'runs', title: 'Runs'},
  ],
  fields: [...identity, ...reading, ...runs],
  orderings: [{name: 'file', title: 'File', by: [{field: 'file', direction: 'asc'}]}],
  preview: {
    select: {
      title: 'article.title',
      section: 'article.section.title',
      publishedAt: 'article.publishedAt',
      reads: 'article.reads',
      file: 'file',
    },
    prepare: ({title, file, ...story}) => ({title, subtitle: `${listLine(story)} · ${file}`}),
  },
})
