/**
 * What an exit code says.
 */
import {UsageError} from '../importer/files.ts'
import {LayoutError} from '../importer/layout.ts'
import {GuardError} from '../importer/run/guard.ts'
import type {Summary} from '../importer/summary.ts'
import {TargetError} from '../importer/target/failure.ts'
import {ConfigError} from './config.ts'

export const exitCodes = {
  done: 0,
  /** Run again to go on. */
  failed: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** Done, some files set aside. */
  setAside: 3,
  /** Done, conflicts wait for an editor. */
  conflicts: 4,
  /** The guard rail stopped it. */
  guarded: 5,
  interrupted: 130,
} as const

export function exitCodeOfSummary({quarantined, conflicts}: Summary): number {
  if (quarantined > 0) return exitCodes.setAside
  return conflicts > 0 ? exitCodes.conflicts : exitCodes.done
}

export function exitCodeOfError(error: unknown): number {
  const isUsage = [ConfigError, UsageError, LayoutError].some((kind) => error instanceof kind)
  if (isUsage) return exitCodes.usage
  if (error instanceof GuardError) return exitCodes.guarded
  if (error instanceof TargetError && error.reason === 'usage') return exitCodes.usage
  return exitCodes.failed
}
