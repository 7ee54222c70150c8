/**
 * A newsroom for tests: a folder of copy, a lake in memory, and an editor with a client.
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import type {Article, ImportRecord, Stored} from '../../importer/documents.ts'
import {articleId, recordId} from '../../importer/ids.ts'
import {importCopy} from '../../importer/index.ts'
import type {ImportOptions} from '../../importer/options.ts'
import type {FileEvent, ImportEvent, Summary} from '../../importer/summary.ts'
import {undoRun} from '../../importer/undo.ts'
import {openLake} from '../../lake/index.ts'
import {schemaValidator} from '../../scripts/validation.ts'
import {plainReader} from './plainReader.ts'

const validate = schemaValidator()

export type Newsroom = {
  client: SanityClient
  folder: string
  options: ImportOptions
  put: (files: Record<string, string>) => void
  remove: (file: string) => void
  run: (options?: Partial<ImportOptions>) => Promise<Result>
  /** Takes a run back. */
  undo: (run: Summary) => Promise<Pick<Result, 'summary' | 'events'>>
  idOf: (file: string) => string
  article: (file: string) => Promise<Article & Stored>
  record: (file: string) => Promise<ImportRecord & Stored>
  close: () => Promise<void>
}

export type Result = {summary: Summary; files: Record<string, FileEvent>; events: ImportEvent[]}

export async function openNewsroom(): Promise<Newsroom> {
  const home = mkdtempSync(join(tmpdir(), 'newsroom-'))
  const folder = join(home, 'wire')
  mkdirSync(folder)
  const lake = await openLake()
  const address = {projectId: 'local', dataset: 'production', url: lake.url, token: lake.token}
  const client = editorAt(lake)
  const options: ImportOptions = {
    paths: [folder],
    cwd: home,
    target: address,
    stateFolder: join(home, 'state'),
    read: plainReader,
    parser: 'test',
    validate,
  }
  const idOf = (file: string) => articleId('wire', file)
  return {
    client,
    folder,
    options,
    idOf,
    put(files) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), {recursive: true})
        writeFileSync(join(folder, file), text)
      }
    },
    remove: (file) => rmSync(join(folder, file)),
    async run(more = {}) {
      const events: ImportEvent[] = []
      const summary = await importCopy({...options, ...more, on: (event) => events.push(event)})
      const files = events.filter((event): event is FileEvent => event.event === 'file')
      const byName = files.map((event) => [event.file.replace(/^wire\//, ''), event])
      return {summary, events, files: Object.fromEntries(byName)}
    },
    async undo({run}) {
      const events: ImportEvent[] = []
      const summary = await undoRun(run ?? '', {...options, on: (event) => events.push(event)})
      return {summary, events}
    },
    article: async (file) => (await client.getDocument(idOf(file))) as Article & Stored,
    record: async (file) =>
      (await client.getDocument(recordId(idOf(file)))) as ImportRecord & Stored,
    async close() {
      await lake.close()
      rmSync(home, {recursive: true, force: true})
    },
  }
}

/** An editor's client for a lake in this process. */
export function editorAt({url, token}: {url: string; token: string}): SanityClient {
  return createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: url,
    useProjectHostname: false,
    token,
    useCdn: false,
    perspective: 'raw',
  })
}

/** Copy in the layout of the sample: headline, paragraphs, counter, label, related titles. */
export function copy(story: {
  title: string
  body?: string[]
  reads?: number
  label?: string
  related?: string[]
}): string {
  const {title, body = [sentence(title)], reads = 4, label = 'City', related = []} = story
  return [title, '', ...body, `- ${reads} reads`, label, related.join('\n\n'), ''].join('\n')
}

/** A paragraph long enough to be taken for prose. */
export function sentence(about: string): string {
  return `The council discussed ${about} at length on Tuesday evening, and every member who spoke asked for more time before the vote is held.`
}

/** Four paragraphs that differ in what they are about. */
export const passages = [
  'the old bridge',
  'the new library',
  'the night bus',
  'the school roof',
].map(sentence) as [string, string, string, string]

/** The words of an article's body, a paragraph each. */
export function paragraphs(article: {body: unknown[]}): string[] {
  return (article.body as {children?: {text: string}[]}[]).map((block) =>
    (block.children ?? []).map((child) => child.text).join(''),
  )
}
