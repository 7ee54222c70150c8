/**
 * `npm run explain`: each line of a file with its role, the rule that gave it and its confidence, the files of a folder
 * as an import of it reads them; or the lines that recur there.
 */

import {stat} from 'node:fs/promises'
import {type Foreign, foreignOf} from '../importer/classify/foreign.ts'
import {type Diagnostic, formatDiagnostic} from '../importer/diagnostics.ts'
import {walk} from '../importer/files/walk.ts'
import {inputs} from '../importer/files.ts'
import {optional} from '../importer/optional.ts'
import {isSource, readSource, type Source} from '../importer/source.ts'
import {readStories} from '../importer/stages.ts'
import type {Story} from '../importer/story.ts'
import {createRecurrences, type ForeignLine} from '../importer/survey/recurring.ts'
import {surveyed} from '../importer/survey/surveyed.ts'
import {sampleOf} from '../importer/survey.ts'
import {command} from './command.ts'
import {exitCodes} from './exitCodes.ts'
import {explainAsJson, explainAsText, failureAsJson} from './explanation.ts'
import {layoutFor} from './layouts.ts'
import {recurringAsJson, recurringAsText} from './recurrences.ts'

type Options = {json?: boolean; layout?: string; recurring?: boolean}

const program = command('explain')
  .description(
    'Shows what each line of raw copy was taken for, which rule said so, and how sure it is.',
  )
  .argument('<files...>', 'text files, or folders of them')
  .option('--json', 'one JSON object a file')
  .option('--layout <name>', 'layout of copydesk.config.ts to read with')
  .option('--recurring', 'the short lines that stand in many of the files, instead')
  .parse()

const {json = false, layout, recurring = false} = program.opts<Options>()
const recurrences = createRecurrences()
let failed = false
// Nobody reads on, as behind `| head`.
process.stdout.on('error', () => process.exit(exitCodes.done))
try {
  layoutFor('', layout)
} catch (error) {
  program.error((error as Error).message, {exitCode: exitCodes.usage})
}
for (const path of program.args) {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false
  const foreign = isFolder && !recurring ? foreignOf(await foreignLines(path)) : undefined
  for await (const file of isFolder ? walk(path, {unread}) : [path]) {
    const source = await readSource({root: '.', file, name: 'explain'})
    if (isSource(source)) explain(source, foreign)
    else refuse(source)
  }
}
if (recurring) console.log(json ? recurringAsJson(recurrences) : recurringAsText(recurrences))
process.exitCode = failed ? exitCodes.setAside : exitCodes.done

/** As an import of the folder finds them before it reads the first file. */
async function foreignLines(path: string): Promise<ForeignLine[]> {
  const [folder] = await inputs([path], {cwd: process.cwd(), roots: []})
  if (!folder?.folder) return []
  return surveyed(await sampleOf(folder.folder), {
    root: folder.root,
    name: folder.source,
    read: storiesOf,
  })
}

function storiesOf(source: Source, foreign?: Foreign): Story[] {
  return readStories(source, {
    layout: layoutFor(source.file, layout),
    ...optional('foreign', foreign),
  })
}

function explain(source: Source, foreign: Foreign | undefined): void {
  const stories = storiesOf(source, foreign)
  if (recurring) recurrences.add(stories)
  else if (json) console.log(explainAsJson(source, stories))
  else console.log(explainAsText(source, stories, process.stdout.columns))
}

function unread(folder: string, code: string): void {
  failed = true
  console.error(`${folder} cannot be read (${code}).`)
}

function refuse(problem: Diagnostic): void {
  failed = true
  if (json && !recurring) console.log(failureAsJson(problem))
  console.error(formatDiagnostic(problem))
}
