/**
 * Environment → how the site is served. `npm run site` and `npm start` share it.
 */
import type {SiteOptions} from '../site/index.ts'
import {type Config, ConfigError, portOf} from './config.ts'

type Environment = Record<string, string | undefined>

const defaultPort = 3334

/**
 * `lake`: the local one that is being served, where the configuration names no hosted project. Its token opens the
 * preview; on a hosted project only `SITE_PREVIEW_TOKEN` does, so that a token that may write never stands in an
 * address. Throws ConfigError.
 */
export function siteOptions(
  config: Config,
  environment: Environment,
  lake?: {url: string; token: string},
): SiteOptions {
  const {SITE_TITLE, SITE_URL, SITE_HOST, SITE_PREVIEW_TOKEN} = environment
  const shared = {
    port: portOf('SITE_PORT', environment.SITE_PORT, defaultPort),
    title: SITE_TITLE || undefined,
    publicUrl: SITE_URL ? addressOf(SITE_URL) : undefined,
    host: SITE_HOST || undefined,
  }
  const {dataset} = config
  if (config.kind === 'hosted') {
    const token = SITE_PREVIEW_TOKEN && (environment.SANITY_API_READ_TOKEN || config.token)
    const source = {kind: 'hosted', projectId: config.projectId, dataset} as const
    return {...shared, source, token: token || undefined, previewToken: SITE_PREVIEW_TOKEN}
  }
  if (!lake) throw new ConfigError('The site needs a lake that is being served.')
  const source = {kind: 'lake', url: lake.url, dataset} as const
  return {...shared, source, token: lake.token, previewToken: SITE_PREVIEW_TOKEN || lake.token}
}

function addressOf(text: string): string {
  if (/^https?:\/\/[^/]/.test(text) && URL.canParse(text)) return text
  throw new ConfigError(`SITE_URL is "${text}": expected an address like https://news.example.`)
}
