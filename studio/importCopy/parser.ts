import {layouts} from '../../copydesk.config.ts'
import {parserName} from '../../importer/parser.ts'
import manifest from '../../package.json' with {type: 'json'}

/** As `npm run import` without flags: files that came in here are known there. */
export const parser = parserName(manifest.version, {layouts})
