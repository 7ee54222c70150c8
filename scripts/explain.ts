/**
 * `npm run explain`: each line of a file with its role, the rule that gave it and its confidence.
 */
import {Command} from 'commander'
import {type Diagnostic, formatDiagnostic} from '../importer/diagnostics.ts'
import {readStories} from '../importer/read.ts'
import {isSource, readSource, type Source} from '../importer/source.ts'
import {explainAsJson, explainAsText, failureAsJson} from './explanation.ts'
import {layoutFor} from './layouts.ts'

const program = new Command('explain')
  .description(
    'Shows what each line of raw copy was taken for, which rule said so, and how sure it is.',
  )
  .argument('<files...>', 'text files')
  .option('--json', 'one JSON object a file')
  .option('--layout <name>', 'layout of copydesk.config.ts to read with')
  .parse()

const {json = false, layout} = program.opts<{json?: boolean; layout?: string}>()
let failed = false
try {
  layoutFor('', layout)
} catch (error) {
  program.error((error as Error).message, {exitCode: 2})
}
for (const path of program.args) {
  const source = await readSource({root: '.', file: path, name: 'explain'})
  if (isSource(source)) explain(source)
  else refuse(source)
}
process.exitCode = failed ? 3 : 0

function explain(source: Source): void {
  const stories = readStories(source, {layout: layoutFor(source.file, layout)})
  console.log(json ? explainAsJson(source, stories) : explainAsText(source, stories))
}

function refuse(problem: Diagnostic): void {
  failed = true
  if (json) console.log(failureAsJson(problem))
  console.error(formatDiagnostic(problem))
}
