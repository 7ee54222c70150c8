/**
 * Lines that stand in copy without being part of its story. They are set apart before any line is judged, so that an
 * advert changes nothing for the paragraphs around it, and a press office's label nothing for the headline below.
 */
import {interruption} from '../rules/interruption.ts'
import {readMore} from '../rules/readMore.ts'
import {release} from '../rules/release.ts'
import type {Rule} from '../rules/rule.ts'
import type {Shape} from '../shape.ts'
import type {Verdict} from '../verdict.ts'

const confidence = 0.95

export function isInterruption(shape: Shape): boolean {
  return ruleOf(shape) !== undefined
}

/** @throws where the line is no interruption. */
export function interruptionVerdict(shape: Shape): Verdict {
  const rule = ruleOf(shape)
  if (!rule) throw new Error(`Unexpected line ${shape.line.number}, expected an interruption`)
  return {role: rule.role, rule: rule.name, confidence}
}

/** The headline at the top may open like a link. */
function ruleOf(shape: Shape): Rule | undefined {
  if (interruption.match(shape)) return interruption
  if (release.match(shape)) return release
  return shape.index > 0 && readMore.match(shape) ? readMore : undefined
}
