/**
 * `npm run explain`: each line of a file with its role, the rule that gave it and its confidence; or the lines that
 * recur in a folder.
 */
import {stat} from 'node:fs/promises'
import {Command} from 'commander'
import {type Diagnostic, formatDiagnostic} from '../importer/diagnostics.ts'
import {walk} from '../importer/files/walk.ts'
import {readStories} from '../importer/read.ts'
import {createRecurrences} from '../importer/recurring.ts'
import {isSource, readSource, type Source} from '../importer/source.ts'
import {exitCodes} from './exitCodes.ts'
import {explainAsJson, explainAsText, failureAsJson} from './explanation.ts'
import {layoutFor} from './layouts.ts'
import {recurringAsJson, recurringAsText} from './recurrences.ts'

type Options = {json?: boolean; layout?: string; recurring?: boolean}

const program = new Command('explain')
  .description(
    'Shows what each line of raw copy was taken for, which rule said so, and how sure it is.',
  )
  .argument('<files...>', 'text files, or folders of them')
  .option('--json', 'one JSON object a file')
  .option('--layout <name>', 'layout of copydesk.config.ts to read with')
  .option('--recurring', 'the short lines that stand in many of the files, instead')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage))
  .parse()

const {json = false, layout, recurring = false} = program.opts<Options>()
const recurrences = createRecurrences()
let failed = false
try {
  layoutFor('', layout)
} catch (error) {
  program.error((error as Error).message, {exitCode: exitCodes.usage})
}
for await (const path of files(program.args)) {
  const source = await readSource({root: '.', file: path, name: 'explain'})
  if (isSource(source)) explain(source)
  else refuse(source)
}
if (recurring) console.log(json ? recurringAsJson(recurrences) : recurringAsText(recurrences))
process.exitCode = failed ? exitCodes.setAside : exitCodes.done

async function* files(paths: readonly string[]): AsyncIterable<string> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory()) yield* walk(path)
    else yield path
  }
}

function explain(source: Source): void {
  const stories = readStories(source, {layout: layoutFor(source.file, layout)})
  if (recurring) recurrences.add(stories)
  else if (json) console.log(explainAsJson(source, stories))
  else console.log(explainAsText(source, stories, process.stdout.columns))
}

function refuse(problem: Diagnostic): void {
  failed = true
  if (json && !recurring) console.log(failureAsJson(problem))
  console.error(formatDiagnostic(problem))
}
