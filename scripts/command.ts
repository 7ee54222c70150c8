/** Commands of this project: wrong usage ends them with the exit code for it. */
import {Command} from 'commander'
import {exitCodes} from './exitCodes.ts'

export function command(name: string): Command {
  return new Command(name).exitOverride(({exitCode}) =>
    process.exit(exitCode === 0 ? exitCodes.done : exitCodes.usage),
  )
}
