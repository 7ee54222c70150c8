// The door of every npm script: `node scripts/run.cjs NAME …` runs scripts/NAME.ts. Node takes the types off by itself,
// from 24.12 on without a warning; an older one, and the site's markup, need tsx.
require('./nodeVersion.cjs')

const [, , name] = process.argv
limitMemory()

// Compiling, and taking types off, is most of a short command's time.
require('node:module').enableCompileCache?.(
  require('node:path').join(__dirname, '../node_modules/.cache/copydesk'),
)

const script = require('node:path').join(__dirname, `${name}.ts`)
const withMarkup = ['start', 'site']
const [major, minor] = process.versions.node.split('.').map(Number)
const takesTypesOff = major > 24 || (major === 24 && minor >= 12)
process.argv.splice(1, 2, script)
const ready =
  takesTypesOff && !withMarkup.includes(name)
    ? Promise.resolve()
    : import('tsx/esm/api').then((tsx) => tsx.register())
ready
  .then(() => import(require('node:url').pathToFileURL(script).href))
  .catch((error) => {
    // A layout that cannot work throws while its file is loaded, before any script could catch it.
    if (error?.code !== 'layout-invalid') throw error
    console.error(`copydesk.config.ts: ${error.message}`)
    process.exitCode = 2
  })

/**
 * The GNU allocator keeps memory apart for each thread, and does not give it back when the thread is done with it; an import
 * has a dozen threads. It also takes ever larger pieces from where small ones lie, where they cannot be given back. How many
 * such arenas there are, what is too large for them, and V8's space for what is new (in MB, of which there are two or three)
 * is settled when a process begins, so this one begins again.
 */
function limitMemory() {
  const {platform, execve, execPath, execArgv, argv, env} = process
  if (name !== 'import' || platform !== 'linux' || !execve || env.MALLOC_ARENA_MAX) return
  const args = [execPath, ...execArgv, '--max-semi-space-size=4', ...argv.slice(1)]
  const limits = {MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(128 * 1024)}
  execve.call(process, execPath, args, {...env, ...limits})
}
