/**
 * `npm run token`: the tokens of the local lake, whether or not it is being served.
 */

import {Option} from 'commander'
import {type Role, roles} from '../lake/access.ts'
import {systemClock} from '../lake/clock.ts'
import {createToken, openTokens, revokeToken} from '../lake/tokens.ts'
import {command} from './command.ts'
import {ConfigError, readConfig} from './config.ts'
import {exitCodes} from './exitCodes.ts'

const program = command('token').description('Lists, makes and revokes tokens of the lake.')

program.command('list').description('who may do what').action(list)
program
  .command('create')
  .description('make a token; it is shown this once')
  .addOption(new Option('--role <ROLE>', 'what it may do').choices(roles).makeOptionMandatory())
  .option('--name <NAME>', 'who or what will use it', '')
  .action(create)
program.command('revoke').argument('<ID>', 'as `list` shows it').action(revoke)

try {
  await program.parseAsync()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = error instanceof ConfigError ? exitCodes.usage : exitCodes.failed
}

function list(): void {
  withRegistry(({tokens}) => {
    for (const {id, role, name, at} of tokens.list()) console.log([id, role, at, name].join('\t'))
  })
}

function create({role, name}: {role: Role; name: string}): void {
  withRegistry((registry) => {
    const {id, token} = createToken(registry, {role, name: name || role, clock: systemClock})
    console.error(`Token ${id} (${role}), shown this once:`)
    console.log(token)
  })
}

function revoke(id: string): void {
  const {dir} = readConfig()
  withRegistry((registry) => {
    const isRevoked = revokeToken({registry, dir, clock: systemClock}, id)
    if (!isRevoked) throw new ConfigError(`There is no token "${id}": see token list.`)
    console.error(`Token ${id} is revoked`)
  })
}

function withRegistry(work: (registry: ReturnType<typeof openTokens>) => void): void {
  const registry = openTokens(readConfig().dir)
  try {
    work(registry)
  } finally {
    registry.close()
  }
}
