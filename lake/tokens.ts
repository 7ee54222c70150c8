import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {hashOf, newToken, type Role} from './access.ts'
import type {Clock} from './clock.ts'
import {openRegistry, type Registry} from './store/registry.ts'

const firstTokenId = 'administrator'
const ownerOnly = 0o600
const ownerOnlyFolder = 0o700

export const tokenFile = (dir: string): string => join(dir, 'token')

/** The first administrator's token: made with the lake, readable in its folder by the owner alone. */
export function firstToken(registry: Registry, dir: string | undefined, clock: Clock): string {
  const file = dir && tokenFile(dir)
  const known = file && existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  const token = known || newToken()
  const at = clock.now().toISOString()
  const isRegistered = registry.tokens.find(hashOf(token)) !== undefined
  if (!isRegistered) {
    const name = 'Administrator'
    registry.tokens.put({id: firstTokenId, hash: hashOf(token), role: 'administrator', name, at})
  }
  if (file) {
    if (!known) writeFileSync(file, `${token}\n`, {mode: ownerOnly})
    chmodSync(file, ownerOnly)
  }
  return token
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
