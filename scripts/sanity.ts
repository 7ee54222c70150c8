/**
 * `npm run sanity -- …`: the official command, pointed at whichever lake is configured.
 */
import {type Config, readConfig} from './config.ts'
import {exitCodeOfError} from './exitCodes.ts'
import {runSanityCli} from './sanityCli.ts'
import {type OpenTarget, targetOf} from './target.ts'

try {
  process.exitCode = await sanity(readConfig(), process.argv.slice(2))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = exitCodeOfError(error)
}

async function sanity(config: Config, args: string[]): Promise<number> {
  const target = config.kind === 'lake' ? await targetOf(config) : undefined
  const env = {...process.env, ...(target ? localEnvironment(target) : hostedEnvironment(config))}
  try {
    return await runSanityCli(args, env)
  } finally {
    await target?.close()
  }
}

/**
 * The command asks `<project>.<host>` of the environment it is told; Node resolves names under localhost only where the
 * system does, so a module that is loaded first teaches it to.
 */
function localEnvironment({address: {url, token}}: OpenTarget): NodeJS.ProcessEnv {
  const preload = `--import=${new URL('resolveLocalhost.mjs', import.meta.url)}`
  return {
    SANITY_INTERNAL_ENV: url,
    SANITY_AUTH_TOKEN: token,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' '),
  }
}

/** Without a token the command uses the login that it keeps itself. */
function hostedEnvironment(config: Config): NodeJS.ProcessEnv {
  return config.kind === 'hosted' && config.token ? {SANITY_AUTH_TOKEN: config.token} : {}
}
