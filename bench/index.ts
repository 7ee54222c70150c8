/** All benchmarks by name, in the order of `npm run bench -- all`. */
import {importing} from './import.ts'
import type {Benchmark} from './row.ts'

export const benchmarks: Record<string, Benchmark> = {
  import: importing,
}
