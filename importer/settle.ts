/**
 * Judgement → verdicts: the role of every line, from what the model says of headline and body, what the rules say of
 * the line, and where it stands between them.
 */
import type {Role} from '../schemas/vocabulary.ts'
import type {Judgement} from './judge.ts'
import {isOneOf, type Layout} from './layout.ts'
import type {Rule} from './rules/rule.ts'
import {endings, type Shape, type Shapes} from './shape.ts'
import {readTail} from './tail.ts'
import type {Verdict} from './verdict.ts'

/** A line is body where the model finds that at least this likely. */
const bodyMin = 0.45
/** In a short text the model is sure of nothing: there, this share of its best will do, if the best is any good. */
const shareOfBestMin = 0.5
const bestMin = 0.12
/** A line that ends in a colon opens what follows: less will do. */
const openerMin = 0.15
const kickerWordsMax = 5
const dekWordsMin = 6
const subheadingCharsMax = 90

export function settle({lines}: Shapes, judgement: Judgement, layout?: Layout): Verdict[] {
  const isBody = applyLayout(lines, bodyOf(lines, judgement), layout)
  const zones = {
    title: judgement.title,
    first: isBody.indexOf(true, judgement.title + 1),
    last: isBody.lastIndexOf(true),
  }
  const verdicts = lines.map((shape) => verdictOf(shape, judgement, {...zones, isBody}))
  readTail(lines, verdicts, Math.max(zones.last, zones.title) + 1)
  return verdicts
}

/** What the newsroom says of its copy wins over what the model finds. */
function applyLayout(lines: readonly Shape[], isBody: boolean[], layout?: Layout): boolean[] {
  if (!layout) return isBody
  const end = lines.findIndex(({text}) => isOneOf(text, layout.tailOpeners))
  return isBody.map((body, index) => {
    const below = end >= 0 && index >= end
    return body && !below && !isOneOf(lines[index]?.text ?? '', layout.boilerplate)
  })
}

/** Lines that these rules take are never body, whatever stands around them. */
const neverBody: ReadonlySet<string> = new Set(['counter', 'fileName', 'readMore'])

const ruleConfidence = 0.95

function bodyOf(lines: readonly Shape[], {body, named, title}: Judgement): boolean[] {
  const enough = thresholdFor(body.subarray(title + 1))
  const isBody = Array.from(
    body,
    (likely, index) =>
      index !== title && likely >= enough && !neverBody.has(named[index]?.name ?? ''),
  )
  for (const {index, ending} of lines) {
    const opensBody = ending === endings.colon && isBody[index + 1] && !named[index]
    if (opensBody && index > title && (body[index] as number) >= openerMin) isBody[index] = true
  }
  return isBody
}

function thresholdFor(body: Float64Array): number {
  const best = body.reduce((one, other) => Math.max(one, other), 0)
  return best < bestMin ? bodyMin : Math.min(bodyMin, best * shareOfBestMin)
}

type Zones = {title: number; first: number; last: number; isBody: readonly boolean[]}

function verdictOf(shape: Shape, judgement: Judgement, zones: Zones): Verdict {
  const {index} = shape
  if (index === zones.title) {
    return {role: 'title', rule: 'headline', confidence: judgement.titleConfidence}
  }
  const likely = judgement.body[index] ?? 0
  const rule = judgement.named[index]
  if (zones.isBody[index]) return {...bodyRole(shape, rule), confidence: likely}
  const sure = rule && neverBody.has(rule.name) ? ruleConfidence : 0
  return {...otherRole(shape, rule, zones), confidence: Math.max(1 - likely, sure)}
}

const bodyRoles: ReadonlySet<Role> = new Set(['listItem', 'quote', 'subheading'])

function bodyRole(shape: Shape, rule: Rule | undefined): Omit<Verdict, 'confidence'> {
  if (rule && bodyRoles.has(rule.role)) return {role: rule.role, rule: rule.name}
  const open = shape.ending === endings.none || shape.ending === endings.colon
  if (open && shape.text.length <= subheadingCharsMax && shape.stops === 0 && shape.commas < 3) {
    return {role: 'subheading', rule: 'shortLine'}
  }
  return {role: 'paragraph', rule: 'prose'}
}

function otherRole(
  shape: Shape,
  rule: Rule | undefined,
  zones: Zones,
): Omit<Verdict, 'confidence'> {
  if (rule && !bodyRoles.has(rule.role)) return {role: rule.role, rule: rule.name}
  if (shape.index === zones.title - 1 && shape.words <= kickerWordsMax) {
    return {role: 'kicker', rule: 'aboveHeadline'}
  }
  if (shape.index > zones.title && shape.index < zones.first && shape.words >= dekWordsMin) {
    return {role: 'dek', rule: 'belowHeadline'}
  }
  return {role: 'boilerplate', rule: 'unexplained'}
}
