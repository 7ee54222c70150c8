import {cpSync, existsSync, mkdirSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {backupFile} from './store/open.ts'

const ownerOnly = 0o700

/**
 * Copies a lake folder, whether or not it is being served, to a new folder that is a lake of its own. Each
 * dataset is copied as it stood at one moment. Assets come last, since documents name them by hash.
 * @throws Error where the target exists already.
 */
export function backupLake(dir: string, target: string): void {
  if (!existsSync(join(dir, 'lake.sqlite'))) throw new Error(`There is no lake in ${dir}`)
  if (existsSync(target)) throw new Error(`${target} exists: name a place that does not`)
  mkdirSync(join(target, 'datasets'), {recursive: true, mode: ownerOnly})
  backupFile(join(dir, 'lake.sqlite'), join(target, 'lake.sqlite'))
  for (const name of readdirSync(join(dir, 'datasets'))) {
    if (!name.endsWith('.sqlite')) continue
    backupFile(join(dir, 'datasets', name), join(target, 'datasets', name))
  }
  for (const name of ['token', 'assets']) {
    if (existsSync(join(dir, name))) cpSync(join(dir, name), join(target, name), {recursive: true})
  }
}
