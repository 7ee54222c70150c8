/**
 * `npm run simulate -- NAME --rounds N --seed S`: seeded simulations; a failing seed is printed and replays.
 */

import {Argument, InvalidArgumentError} from 'commander'
import type {Simulation} from '../tests/simulations/simulation.ts'
import {command} from './command.ts'

const names = ['lake', 'import', 'queries']

const program = command('simulate')
  .description(
    'Runs a seeded simulation; each round has a seed of its own, counted up from --seed.',
  )
  .addArgument(new Argument('<name>', 'which one').choices(names))
  .option('--rounds <n>', 'how many', whole, 10)
  .option('--seed <s>', 'of the first round', whole, 1)
  .parse()

const {rounds, seed} = program.opts<{rounds: number; seed: number}>()
const {simulate} = (await import(`../tests/simulations/${program.args[0]}.ts`)) as {
  simulate: Simulation
}
let failed = 0
for (let round = 0; round < rounds; round++) {
  const {passed, line} = await simulate(seed + round)
  console.log(`seed ${seed + round}  ${passed ? 'passed' : 'FAILED'}  ${line}`)
  if (!passed) failed += 1
}
console.log(`${rounds - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function whole(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0) return number
  throw new InvalidArgumentError('expected a whole number')
}
