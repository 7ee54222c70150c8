/** Tokens, made and revoked. */
import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {hashOf, newToken, type Role} from './access.ts'
import type {Clock} from './clock.ts'
import {openRegistry, type Registry} from './store/registry.ts'

const firstTokenId = 'administrator'
const ownerOnly = 0o600
const ownerOnlyFolder = 0o700

export const tokenFile = (dir: string): string => join(dir, 'token')

/** Where tokens are kept: the registry has their hashes; the folder the first administrator's, if there is one. */
type Keeping = {registry: Registry; dir: string | undefined; clock: Clock}

/**
 * The first administrator's token: made with the lake, readable in its folder by the owner alone. What the
 * folder has and the registry does not know was revoked.
 */
export function firstToken(keeping: Keeping): string {
  const {registry, dir} = keeping
  const file = dir && tokenFile(dir)
  const known = file && existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  const isValid = known && registry.tokens.find(hashOf(known)) !== undefined
  return isValid ? known : renewFirstToken(keeping)
}

function renewFirstToken({registry, dir, clock}: Keeping): string {
  const token = newToken()
  const [name, at] = ['Administrator', clock.now().toISOString()]
  registry.tokens.put({id: firstTokenId, hash: hashOf(token), role: 'administrator', name, at})
  if (dir) {
    writeFileSync(tokenFile(dir), `${token}\n`, {mode: ownerOnly})
    chmodSync(tokenFile(dir), ownerOnly)
  }
  return token
}

/** Takes a token's rights away for good; false where there is none. In place of the first administrator's comes a new one. */
export function revokeToken(keeping: Keeping, id: string): boolean {
  if (!keeping.registry.tokens.drop(id)) return false
  if (id === firstTokenId && keeping.dir) renewFirstToken(keeping)
  return true
}

/** The registry of a lake folder, to manage its tokens; a lake that is being served sees the changes at once. */
export function openTokens(dir: string): Registry {
  mkdirSync(dir, {recursive: true, mode: ownerOnlyFolder})
  return openRegistry(join(dir, 'lake.sqlite'))
}

/** Makes a token, which is seen this once and kept as its hash. */
export function createToken(
  registry: Registry,
  {role, name, clock}: {role: Role; name: string; clock: Clock},
): {id: string; token: string} {
  const token = newToken()
  const id = `t${clock.newId().slice(0, 10)}`
  registry.tokens.put({id, hash: hashOf(token), role, name, at: clock.now().toISOString()})
  return {id, token}
}
