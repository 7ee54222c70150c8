import {execFile, execFileSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {articleQuery} from '../../queries/index.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {openNewsroom} from '../site/newsroom.ts'

const root = resolve(import.meta.dirname, '../..')
/** Another project, with the package and what its manifest asks for: nothing of ours is in reach. */
let project: string

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'other-project-'))
  const built = join(project, 'built')
  execFileSync(process.execPath, [join(root, 'scripts/run.cjs'), 'buildPackage', built], {
    stdio: 'ignore',
  })
  const tarball = execFileSync('npm', ['pack', '--silent', built], {cwd: project, encoding: 'utf8'})
  execFileSync('tar', ['xzf', tarball.trim()], {cwd: project})
  cpSync(join(project, 'package'), join(project, 'node_modules/copydesk'), {recursive: true})
  rmSync(built, {recursive: true})
  const {dependencies} = JSON.parse(readFileSync(join(project, 'package/package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) link(name)
})
afterAll(() => rmSync(project, {recursive: true}))

function link(name: string): void {
  const path = join(project, 'node_modules', name)
  mkdirSync(dirname(path), {recursive: true})
  symlinkSync(join(root, 'node_modules', name), path)
}

/** What a program of the other project prints. */
async function printed(program: string): Promise<string> {
  const args = ['--input-type=module', '--eval', program]
  return (await promisify(execFile)(process.execPath, args, {cwd: project})).stdout
}

/** What the compiler says of the other project. */
async function complaints(): Promise<string> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const run = promisify(execFile)(process.execPath, [compiler, '-p', project])
  return (await run.catch((error: {stdout: string}) => error)).stdout
}

/** What the examples use of Next.js, as its documentation has it. */
const nextNavigation = `declare module 'next/navigation' {
  export function notFound(): never
  export function permanentRedirect(url: string): never
}`

/** A page of Astro as a program: its script is the body of a function that returns its template. */
function astroPage(file: string): string {
  const [, script = '', template = ''] = readFileSync(file, 'utf8').split('---\n')
  const imports = script.match(/^import .*$/gm) ?? []
  return `${imports.join('\n')}
    declare const Astro: {
      params: Record<string, string | undefined>
      redirect(path: string, status?: 301 | 302 | 303 | 307 | 308): Response
    }
    declare const Fragment: (props: {'set:html': string}) => null
    export async function page() {
      ${script.replace(/^import .*$/gm, '')}
      return <>${template}</>
    }`
}

describe('the package in another project', () => {
  test('brings no more than two small packages along', () => {
    const {dependencies} = JSON.parse(readFileSync(join(project, 'package/package.json'), 'utf8'))
    expect(Object.keys(dependencies)).toEqual(['groq', '@sanity/types'])
  })

  test('is imported by plain Node', async () => {
    const program = `
      import {articleQuery} from 'copydesk/queries'
      import {schemaTypes} from 'copydesk/schemas'
      console.log(JSON.stringify([articleQuery, schemaTypes.map(({name}) => name)]))`
    expect(JSON.parse(await printed(program))).toEqual([
      articleQuery,
      schemaTypes.map(({name}) => name),
    ])
  })

  test('compiles in strict TypeScript, with every example of docs/sites.md', async () => {
    for (const name of [
      '@sanity/client',
      '@portabletext/to-html',
      '@types/node',
      '@types/react',
      'react',
    ]) {
      link(name)
    }
    cpSync(join(root, 'docs/sites'), join(project, 'examples'), {recursive: true})
    writeFileSync(join(project, 'examples/next.d.ts'), nextNavigation)
    const astroPages = join(project, 'examples/src/pages/story')
    mkdirSync(astroPages, {recursive: true})
    const stories = join(project, 'examples/stories.ts')
    cpSync(stories, join(project, 'examples/src/stories.ts'))
    writeFileSync(join(astroPages, 'slug.tsx'), astroPage(join(root, 'docs/sites/story.astro')))
    writeFileSync(
      join(project, 'examples/typed.ts'),
      `import {loadStory} from './stories.ts'
       const story = await loadStory('a')
       export const title: string | undefined = story?.title
       // @ts-expect-error typed, not any: a story has no such field
       export const nonsense = story?.nonsense`,
    )
    const options = {
      strict: true,
      module: 'preserve',
      target: 'es2023',
      jsx: 'react-jsx',
      types: ['node'],
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
    }
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({compilerOptions: options, include: ['examples']}),
    )
    expect(await complaints()).toBe('')
  })

  test('asks a lake by plain fetch, as docs/sites.md shows', async () => {
    const room = await openNewsroom()
    const program = `
      import {fetchStory} from './examples/plainFetch.ts'
      console.log((await fetchStory('${room.lakeUrl}', 'the-bridge-opens-at-dawn')).title)`
    const said = await printed(program)
    await room.close()
    expect(said).toBe('The Bridge Opens at Dawn\n')
  })
})
