/**
 * `npm run train`: learns the reader's model from the labelled corpus, or with --evaluate prints how well one that was
 * trained on some of the pages reads the others.
 */

import {writeFileSync} from 'node:fs'
import {Option} from 'commander'
import {columns} from '../importer/model/features/index.ts'
import {type ModelJson, treeToJson} from '../importer/model/model.ts'
import {command} from './command.ts'
import {readCorpus} from './train/corpus.ts'
import {digestOf} from './train/digest.ts'
import {evaluate, firstLineLead} from './train/evaluate.ts'
import {crossFitBody, fitBody, fitHeadline, likelihoodsByFold} from './train/fit.ts'
import {prepare, type Table} from './train/prepare.ts'
import {randomFrom} from './train/random.ts'
import {scoreLine} from './train/score.ts'
import {sitesOf} from './train/sites.ts'

const weightsFile = new URL('../importer/model/weights.json', import.meta.url)
const foldCount = 10
/** For what the headline's model learns of the body's, fewer do. */
const trainingFoldCount = 3

const program = command('train')
  .description('Trains the model that reads raw copy, from a labelled corpus.')
  .option('--corpus <folder>', 'folder with labelled/ and pages/', '../shared/corpus')
  .option('--seed <number>', 'the same seed trains the same model', '1')
  .option('--evaluate', 'cross-validate instead of writing the model')
  .addOption(
    new Option('--by <group>', 'what cross-validation keeps in one fold')
      .choices(['site', 'file'])
      .default('site'),
  )
  .parse()

const options = program.opts<{
  corpus: string
  seed: string
  evaluate?: boolean
  by: 'site' | 'file'
}>()
const seed = Number(options.seed)
const random = randomFrom(seed)

try {
  const table = readTable()
  if (options.evaluate) printScores(table)
  else train(table)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function readTable(): Table {
  const pages = readCorpus(options.corpus)
  const names = [...new Set(pages.map(({name}) => name))]
  const files = new Map(names.map((name, index) => [name, index]))
  const groups = options.by === 'site' ? sitesOf(pages) : files
  console.error(`${names.length} pages of ${new Set(groups.values()).size} ${options.by}s`)
  const folds = options.evaluate ? foldCount : trainingFoldCount
  return prepare(pages, {groups, foldCount: folds}, random)
}

function printScores(table: Table): void {
  const scores = evaluate(table, random, (fold) =>
    console.error(`fold ${fold + 1} of ${foldCount}`),
  )
  console.log(`cross-validated, ${foldCount} folds by ${options.by}, seed ${options.seed}`)
  for (const score of scores) console.log(scoreLine(score))
}

function train(table: Table): void {
  const all = () => true
  const likely = likelihoodsByFold(table, crossFitBody(table, all, random))
  const body = fitBody(table, {chosen: all, random})
  // Chance of its own: what the body draws does not move the headline.
  const headline = fitHeadline(table, likely, {chosen: all, random: randomFrom(seed)})
  const json: ModelJson = {
    columns,
    body: body.map(treeToJson),
    headline: headline.map(treeToJson),
    firstLineLead,
    featuresDigest: digestOf(table.pages.filter(({view}) => view === 'pages')),
  }
  const text = `${JSON.stringify(json)}\n`
  writeFileSync(weightsFile, text)
  console.log(
    `${weightsFile.pathname}: ${body.length + headline.length} trees, ${text.length} bytes`,
  )
}
