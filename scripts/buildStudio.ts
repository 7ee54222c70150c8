import {createHash} from 'node:crypto'
import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import glob from 'fast-glob'
import {projectRoot, sanityCli} from './sanityCli.ts'

const sources = [
  'sanity.*.ts',
  'copydesk.config.ts',
  '.env*',
  'package-lock.json',
  '{schemas,studio,importer,queries}/**/*.{ts,tsx,json}',
]
const hashFile = 'sources.sha256'

/**
 * Builds the Studio into `dist/studio`, unless the build there was made of the same sources.
 *
 * @returns The folder to serve.
 * @throws An error with the builder's own words.
 */
export async function buildStudio(): Promise<string> {
  const target = join(projectRoot, 'dist/studio')
  const hash = await sourcesHash()
  if (isBuiltFrom(hash, target)) return target

  const fresh = `${target}.${process.pid}`
  try {
    await build(fresh)
    writeFileSync(join(fresh, hashFile), hash)
    rmSync(target, {recursive: true, force: true})
    renameSync(fresh, target)
  } catch (error) {
    if (!isBuiltFrom(hash, target)) throw error
  } finally {
    rmSync(fresh, {recursive: true, force: true})
  }
  return target
}

function isBuiltFrom(hash: string, folder: string): boolean {
  const file = join(folder, hashFile)
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

/** Of every file that goes into the build, and of the environment that is built in. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await glob(sources, {cwd: projectRoot})).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectRoot, file)))
      .update('\0')
  }
  for (const [name, value] of builtIn()) hash.update(`${name}=${value}\0`)
  return hash.digest('hex')
}

function builtIn(): [string, string | undefined][] {
  return Object.entries(process.env)
    .filter(([name]) => name.startsWith('SANITY_STUDIO_'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function build(folder: string): Promise<void> {
  const child = sanityCli(['build', folder, '--yes'], {stdio: ['ignore', 'pipe', 'pipe']})
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      words += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The Studio could not be built:\n${words.trim()}`))
    })
  })
}
