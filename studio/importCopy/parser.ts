import {fingerprint} from '../../importer/ids.ts'
import manifest from '../../package.json' with {type: 'json'}

const settingsDigits = 8

/** As `npm run import` without flags names its parser: files that came in here are known there. */
export const parser = `${manifest.version}-${fingerprint(JSON.stringify([{}, undefined]), settingsDigits)}`
