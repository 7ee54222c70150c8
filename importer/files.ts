/**
 * Paths as the user gave them → inputs: which files, below which root, of which source.
 */
import {createHash} from 'node:crypto'
import {stat} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import fastGlob from 'fast-glob'
import {type LeftOut, type Told, walk} from './files/walk.ts'
import {normal} from './ids.ts'

export const standardInput = '-'

/** One file of an input. */
export type FoundFile = {
  /** Path from the root: with the source's name the story's identity. */
  file: string
  /** As it was given or found; what messages show. */
  path: string
  /** Where it stands on disk: `file` is normalised. Empty for standard input. */
  absolute: string
  /** Another file stands under the path once both are normalised. */
  taken?: true
}

export type Input = {
  /** Absolute; empty for standard input. */
  root: string
  source: string
  /** Lists all of the root's files. */
  complete: boolean
  /** Folders that the last listing could not read; `sawAll` says what follows. */
  missed?: MissedFolder[]
  files: () => AsyncIterable<FoundFile>
  /** Of a folder: all of its files, also where a run takes a part of them. */
  folder?: () => AsyncIterable<FoundFile>
}

/** The user has to give other paths; exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** `code`: the system's, such as EACCES. */
export type MissedFolder = {path: string; code: string}

/** Whether a file that a listing did not hold is gone. */
export function sawAll({complete, missed = []}: Input): boolean {
  return complete && missed.length === 0
}

export type InputOptions = {
  cwd: string
  /** `--source`: the name of the source, in place of the root's base name. */
  source?: string
  /** Name of the story that comes by standard input. */
  name?: string
  /** Roots that earlier runs imported as folders: a file below one belongs to it. */
  roots: readonly Root[]
  /** Of how many runs side by side this one takes which files. */
  shard?: Shard
  /** Told of every link below a folder that leads to no file. */
  leftOut?: LeftOut
}

export type Root = {root: string; source: string}
/** From 1. */
export type Shard = {index: number; count: number}

/** Throws UsageError where a path leads nowhere. */
export async function inputs(paths: readonly string[], options: InputOptions): Promise<Input[]> {
  const found: Input[] = []
  const singles: string[] = []
  for (const path of paths) {
    if (path.trim() === '') {
      throw new UsageError(
        'A path is empty, as an unset variable leaves it: give files or folders.',
      )
    }
    if (path === standardInput) found.push(fromStandardInput(options))
    else if (await isFolder(resolve(options.cwd, path))) found.push(folder(path, options))
    else singles.push(...(await files(path, options.cwd)))
  }
  const inputs = [...found, ...byRoot(singles, options)]
  return options.shard ? inputs.map((input) => sharded(input, options.shard as Shard)) : inputs
}

function folder(path: string, {cwd, source, leftOut}: InputOptions): Input {
  const root = resolve(cwd, path)
  const missed: MissedFolder[] = []
  async function* files(told?: Told) {
    const found = finder(root, cwd)
    for await (const file of walk(root, told)) yield found(file)
  }
  const told: Told = {
    leftOut: (link, why) => leftOut?.(shown(link, cwd), why),
    unread: (path, code) => missed.push({path: shown(path, cwd), code}),
  }
  return {
    root,
    source: normal(source ?? basename(root)),
    complete: true,
    missed,
    files: () => {
      missed.length = 0
      return files(told)
    },
    folder: () => files(),
  }
}

function fromStandardInput({source, name}: InputOptions): Input {
  if (source === undefined || name === undefined) {
    throw new UsageError('Standard input has no name: give --source NAME and --name FILE.')
  }
  const found = {file: normal(name), path: standardInput, absolute: ''}
  return {
    root: '',
    source: normal(source),
    complete: false,
    async *files() {
      yield found
    },
  }
}

/** Single files and what globs found, each with the recorded root that holds it, or its own folder. */
function byRoot(paths: readonly string[], {cwd, source, roots}: InputOptions): Input[] {
  const groups = new Map<string, {root: Root; paths: Set<string>}>()
  for (const path of paths) {
    const absolute = resolve(cwd, path)
    const own = dirname(absolute)
    const root = rootOf(absolute, roots) ?? {root: own, source: basename(own)}
    const group = groups.get(root.root) ?? {root, paths: new Set()}
    group.paths.add(absolute)
    groups.set(root.root, group)
  }
  return [...groups.values()].map(({root, paths: absolutes}) => ({
    root: root.root,
    source: normal(source ?? root.source),
    complete: false,
    async *files() {
      const found = finder(root.root, cwd)
      for (const file of absolutes) yield found(file)
    },
  }))
}

function rootOf(file: string, roots: readonly Root[]): Root | undefined {
  return roots
    .filter(({root}) => file.startsWith(root + sep))
    .sort((one, two) => two.root.length - one.root.length)[0]
}

/** A path, or what a glob finds. */
async function files(path: string, cwd: string): Promise<string[]> {
  if (await exists(resolve(cwd, path))) return [path]
  if (!fastGlob.isDynamicPattern(path)) {
    throw new UsageError(
      `There is no ${path}: give files, folders, globs, or - for standard input.`,
    )
  }
  const found = await fastGlob(path, {cwd, onlyFiles: true}).catch((error: Error) => {
    throw new UsageError(`${path} cannot be looked for (${error.message}).`)
  })
  if (found.length === 0) throw new UsageError(`No file matches ${path}.`)
  return found.sort()
}

function sharded(input: Input, {index, count}: Shard): Input {
  return {
    ...input,
    complete: false,
    async *files() {
      for await (const found of input.files()) {
        const hash = createHash('sha256').update(`${input.source}:${found.file}`).digest()
        if (hash.readUInt32BE(0) % count === index - 1) yield found
      }
    },
  }
}

/** Names the files of one root; only few are spelled in another way than they are compared. */
function finder(root: string, cwd: string): (absolute: string) => Promise<FoundFile> {
  const odd = new Set<string>()
  return async (absolute) => {
    const spelled = relative(root, absolute)
    const file = normal(spelled)
    const found = {file, path: shown(absolute, cwd), absolute}
    if (file === spelled) return found
    const taken = odd.has(file) || (await isAnother(absolute, join(root, file)))
    odd.add(file)
    return taken ? {...found, taken} : found
  }
}

/** Whether there are two files; some systems find one by either spelling. */
async function isAnother(one: string, two: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, two].map((path) => stat(path).catch(() => {})))
  return second !== undefined && (first?.ino !== second.ino || first?.dev !== second.dev)
}

/** From the working directory where it is below it, else in full. */
function shown(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute)
  return path.startsWith('..') ? absolute : path
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
