/**
 * `npm run explain`: each line of a file with its role, the rule that gave it and its confidence.
 */
import {Command} from 'commander'
import {type Diagnostic, formatDiagnostic} from '../importer/diagnostics.ts'
import {readStories} from '../importer/read.ts'
import {isSource, readSource, type Source} from '../importer/source.ts'
import {explainAsJson, explainAsText, failureAsJson} from './explanation.ts'

const program = new Command('explain')
  .description(
    'Shows what each line of raw copy was taken for, which rule said so, and how sure it is.',
  )
  .argument('<files...>', 'text files')
  .option('--json', 'one JSON object a file')
  .parse()

const {json = false} = program.opts<{json?: boolean}>()
let failed = false
for (const path of program.args) {
  const source = await readSource({root: '.', file: path, name: 'explain'})
  if (isSource(source)) explain(source)
  else refuse(source)
}
process.exitCode = failed ? 3 : 0

function explain(source: Source): void {
  const stories = readStories(source)
  console.log(json ? explainAsJson(source, stories) : explainAsText(source, stories))
}

function refuse(problem: Diagnostic): void {
  failed = true
  if (json) console.log(failureAsJson(problem))
  console.error(formatDiagnostic(problem))
}
