/**
 * `npm run build:package [-- FOLDER]`: queries and schemas as a package of plain JavaScript with types, for other
 * projects. It depends on what the two import, and on nothing of the Studio, importer or lake.
 */
import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

type Manifest = {
  name: string
  version: string
  description: string
  license: string
  engines: Record<string, string>
  exports: Record<string, string | Record<string, string>>
  dependencies: Record<string, string>
}

const root = resolve(import.meta.dirname, '..')
const builtFolder = 'dist/package'
const folder = resolve(process.argv[2] ?? join(root, builtFolder))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

rmSync(folder, {recursive: true, force: true})
const compiler = join(root, 'node_modules/typescript/bin/tsc')
const config = join(root, 'tsconfig.package.json')
execFileSync(process.execPath, [compiler, '-p', config, '--outDir', folder], {stdio: 'inherit'})
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(packageManifest(manifest), null, 2)}\n`,
)
console.error(`Built the package in ${folder}.`)

/** The project's manifest, cut down to what the package holds. */
function packageManifest({name, version, description, license, engines, ...all}: Manifest) {
  const {groq, '@sanity/types': types} = all.dependencies
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    engines,
    exports: JSON.parse(JSON.stringify(all.exports).replaceAll(`./${builtFolder}/`, './')),
    dependencies: {groq, '@sanity/types': types},
  }
}
