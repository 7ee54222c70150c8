/**
 * Environment → which lake: the local one, or a hosted project.
 */
import {accessSync, constants, mkdtempSync, rmdirSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {config as loadEnvironment} from 'dotenv'

export type Config =
  | {kind: 'lake'; dir: string; port: number; dataset: string}
  | {kind: 'hosted'; dir: string; projectId: string; dataset: string; token?: string}

/** A variable is missing or wrong; exit code 2. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}

const projectPattern = /^[-a-z0-9]+$/i
const datasetPattern = /^~?[a-z0-9][-\w]{0,63}$/
/** Visible ASCII. */
const tokenPattern = /^[\x21-\x7e]+$/
const portMax = 65_535
const lakePort = 3333

/** Reads `.env` and the environment, which wins. Throws ConfigError. */
export function readConfig(): Config {
  loadEnvironment({quiet: true})
  const config = configOf(process.env)
  checkFolder(config.dir)
  return config
}

/** Throws ConfigError where something else than a folder stands there, or above it, or where nothing can be written. */
function checkFolder(dir: string): void {
  const whole = resolve(dir)
  let path = whole
  let found = statSync(path, {throwIfNoEntry: false})
  while (!found) {
    path = dirname(path)
    found = statSync(path, {throwIfNoEntry: false})
  }
  if (!found.isDirectory()) {
    throw new ConfigError(`LAKE_DIR is "${dir}", but ${path} is a file: give a folder.`)
  }
  if (path === whole) checkAccess(dir, whole)
  else checkRoom(dir, path)
}

/** Throws ConfigError. */
function checkAccess(dir: string, folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new ConfigError(
      `LAKE_DIR is "${dir}", but nothing can be written in ${folder} (${(error as NodeJS.ErrnoException).code}): give a folder that you may write to.`,
    )
  }
}

/** Node itself tries for ever to make the missing folders of a path in /proc. Throws ConfigError. */
function checkRoom(dir: string, parent: string): void {
  try {
    rmdirSync(mkdtempSync(join(parent, '.lake-')))
  } catch (error) {
    throw new ConfigError(
      `LAKE_DIR is "${dir}", but no folder can be made in ${parent} (${(error as NodeJS.ErrnoException).code}): give one that you may write to.`,
    )
  }
}

/** `dir` is where the local lake, and whatever runs leave on this machine, is kept. Throws ConfigError. */
export function configOf(environment: Record<string, string | undefined>): Config {
  const projectId = environment.SANITY_STUDIO_PROJECT_ID?.trim()
  const dataset = environment.SANITY_STUDIO_DATASET?.trim() || 'production'
  const dir = environment.LAKE_DIR?.trim() || '.lake'
  if (!datasetPattern.test(dataset)) {
    throw new ConfigError(
      `SANITY_STUDIO_DATASET is "${dataset}", which is no name of a dataset: use small letters, digits, - and _.`,
    )
  }
  if (!projectId)
    return {kind: 'lake', dir, port: portOf('LAKE_PORT', environment.LAKE_PORT, lakePort), dataset}
  if (!projectPattern.test(projectId)) {
    throw new ConfigError(
      `SANITY_STUDIO_PROJECT_ID is "${projectId}", which is no project id: copy it from sanity.io/manage, or leave it empty for the local lake.`,
    )
  }
  const token = (environment.SANITY_API_WRITE_TOKEN || environment.SANITY_API_TOKEN)?.trim()
  if (token && !tokenPattern.test(token)) {
    throw new ConfigError(
      'SANITY_API_WRITE_TOKEN holds a space, a line break or another sign that no token has: copy it again, in one line.',
    )
  }
  return {kind: 'hosted', dir, projectId, dataset, ...(token ? {token} : {})}
}

/** `name` is what the user wrote it under. Throws ConfigError. */
export function portOf(name: string, text: string | undefined, absent: number): number {
  const port = text?.trim() ? Number(text) : absent
  if (Number.isInteger(port) && port >= 0 && port <= portMax) return port
  throw new ConfigError(
    `${name} is "${text}": expected a port from 0 (any free one) to ${portMax}.`,
  )
}
