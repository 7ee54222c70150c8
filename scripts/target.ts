/**
 * Config → a lake that answers: the hosted one, the local one that another process serves, or its folder, opened here.
 */
import {join} from 'node:path'
import type {TargetAddress} from '../importer/target.ts'
import {servingLake} from '../lake/lock.ts'
import {type Config, ConfigError} from './config.ts'

export type OpenTarget = {
  address: TargetAddress
  stateFolder: string
  /** Requests a second that the lake bears; undefined: as many as it answers. */
  rate?: number
  close: () => Promise<void>
}

/** Hosted Content Lake takes 25 mutations a second from an address. */
export const hostedRate = 20

export const localProject = 'local'

/** Throws ConfigError where a hosted project has no token. */
export async function targetOf(config: Config): Promise<OpenTarget> {
  const {dir, dataset} = config
  if (config.kind === 'hosted') {
    const {projectId, token} = config
    if (token === undefined) {
      throw new ConfigError(
        `There is no token for project ${projectId}: set SANITY_API_WRITE_TOKEN to one with write access (sanity.io/manage, API, Tokens).`,
      )
    }
    const stateFolder = stateFolderOf(dir, projectId, dataset)
    const address = {projectId, dataset, token}
    return {address, stateFolder, rate: hostedRate, close: async () => {}}
  }
  const serving = await servingLake(dir)
  const opened = serving ? undefined : await openHere(dir, dataset)
  const {url, token} = (serving ?? opened) as {url: string; token: string}
  return {
    address: {projectId: localProject, dataset, url, token},
    stateFolder: stateFolderOf(dir, localProject, dataset),
    close: async () => {
      await opened?.close()
    },
  }
}

/** A lake that another process serves needs nothing of this. */
async function openHere(dir: string, dataset: string) {
  const {openLake} = await import('../lake/index.ts')
  return openLake({dir, dataset})
}

/** Journals, locks and lists of set-aside files, apart for each dataset. */
export function stateFolderOf(dir: string, projectId: string, dataset: string): string {
  return join(dir, 'imports', `${projectId}.${dataset}`)
}
