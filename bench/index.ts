/** All benchmarks by name, in the order of `npm run bench -- all`. */
import {hosted} from './hosted.ts'
import {http} from './http.ts'
import {importing} from './import.ts'
import {importScale} from './importScale.ts'
import {keystroke} from './keystroke.ts'
import {listen} from './listen.ts'
import {parsing} from './parse.ts'
import {queries} from './queries.ts'
import {rerun} from './rerun.ts'
import type {Benchmark} from './row.ts'
import {scale} from './scale.ts'
import {start} from './start.ts'
import {studio} from './studio.ts'

export const benchmarks: Record<string, Benchmark> = {
  parse: parsing,
  import: importing,
  'import-scale': importScale,
  rerun,
  hosted,
  scale,
  queries,
  http,
  listen,
  keystroke,
  start,
  studio,
}
