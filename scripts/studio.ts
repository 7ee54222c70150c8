/**
 * `npm run studio`: the Studio with hot reload, on the lake that is configured.
 */
import {command} from './command.ts'
import {portOf, readConfig} from './config.ts'
import {exitCodeOfError} from './exitCodes.ts'
import {runSanityCli} from './sanityCli.ts'
import {targetOf} from './target.ts'

const studioPort = 3335

const program = command('studio')
  .description('Serves the Studio with hot reload until Ctrl-C.')
  .option('--port <N>', 'where to serve it')
  .parse()

try {
  process.exitCode = await studio(portOf('--port', program.opts().port, studioPort))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = exitCodeOfError(error)
}

async function studio(port: number): Promise<number> {
  const config = readConfig()
  const args = ['dev', '--port', String(port)]
  if (config.kind === 'hosted') return runSanityCli(args, process.env)

  const target = await targetOf(config)
  const {url, token} = target.address
  console.log(`  Studio  http://localhost:${port}/#token=${token}\n  API     ${url}\n`)
  try {
    return await runSanityCli(args, {...process.env, SANITY_STUDIO_LAKE_URL: url})
  } finally {
    await target.close()
  }
}
