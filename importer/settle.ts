/**
 * Judgement → verdicts: the role of every line, from what the model says of headline and body, what the rules say of
 * the line, and where it stands between them.
 */
import type {Role} from '../schemas/vocabulary.ts'
import type {Judgement} from './judge.ts'
import {datelineCharsMax, datelineIn, opensStory} from './languages/datelines.ts'
import {type Layout, verdictByLayout} from './layout.ts'
import {series} from './model/records.ts'
import type {Rule} from './rules/rule.ts'
import {nameBelow} from './settle/credits.ts'
import {type Headline, headlineAround} from './settle/headline.ts'
import {type Settled, settleBody} from './settle/passes.ts'
import {readTail} from './settle/tail.ts'
import {endings, type Shape, type Shapes} from './shape.ts'
import type {Verdict} from './verdict.ts'

/** A line is body where the model finds that at least this likely. */
const bodyMin = 0.38
/** In a short text the model is sure of nothing: there, this share of its best will do, if the best is any good. */
const shareOfBestMin = 0.5
const bestMin = 0.12
/** A line that ends in a colon opens what follows: less will do. */
const openerMin = 0.15
const kickerWordsMax = 5
const dekWordsMin = 6
/** Of Chinese and Japanese characters. */
const dekWideMin = 10
const subheadingCharsMax = 90

export function settle({lines}: Shapes, judgement: Judgement, layout?: Layout): Verdict[] {
  const {named} = judgement
  const headline = headlineAround(lines, judgement.title)
  const isBody = bodyOf(lines, judgement, headline)
  const found = {lines, named, headline, likely: judgement.body, isBody}
  const settled = settleBody({...found, ...(layout && {layout})})
  const first = settled.isBody.indexOf(true, headline.to)
  const last = settled.isBody.lastIndexOf(true)
  const author = nameBelow(lines, named, {from: headline.to, to: first})
  const zones = {...settled, headline, author, first, last}
  const verdicts = lines.map(
    (shape) => verdictByLayout(shape.text, layout) ?? verdictOf(shape, judgement, zones),
  )
  readTail(lines, verdicts, Math.max(last + 1, headline.to))
  return verdicts
}

/** Lines that these rules take are never body, whatever stands around them. */
const neverBody: ReadonlySet<string> = new Set(['counter', 'fileName', 'readMore', 'feedLine'])

const ruleConfidence = 0.95

function bodyOf(
  lines: readonly Shape[],
  {body, named, title}: Judgement,
  headline: Headline,
): boolean[] {
  const enough = thresholdFor(body.subarray(headline.to))
  const isBody = lines.map(({index}) => {
    const likely = (body[index] as number) >= enough && !isIn(headline, index)
    return likely && !neverBody.has(named[index]?.name ?? '')
  })
  for (const {index, ending} of lines) {
    const opensBody = ending === endings.colon && isBody[index + 1] && !named[index]
    if (opensBody && index > title && (body[index] as number) >= openerMin) isBody[index] = true
  }
  return isBody
}

function isIn({from, to}: Headline, index: number): boolean {
  return index >= from && index < to
}

function thresholdFor(body: Float64Array): number {
  let best = 0
  for (let index = 0; index < body.length; index++) best = Math.max(best, body[index] as number)
  return best < bestMin ? bodyMin : Math.min(bodyMin, best * shareOfBestMin)
}

type Zones = Settled & {
  headline: Headline
  /** The line that is nothing but a name; -1 where there is none. */
  author: number
  first: number
  last: number
}

function verdictOf(shape: Shape, judgement: Judgement, zones: Zones): Verdict {
  const {index} = shape
  if (isIn(zones.headline, index)) {
    return {role: 'title', rule: 'headline', confidence: judgement.titleConfidence}
  }
  if (index === zones.first - 1 || index === zones.first) {
    if (isDateline(shape)) return {role: 'dateline', rule: 'dateline', confidence: ruleConfidence}
  }
  const likely = judgement.body[index] ?? 0
  const rule = judgement.named[index]
  const isLede = index === zones.first && opensStory(shape.text)
  const inBody = () => (isLede ? prose : bodyRole(shape, rule))
  const pass = zones.by.get(index)
  if (pass) {
    const role = pass.gives ? inBody().role : 'boilerplate'
    return {role, rule: pass.name, confidence: pass.confidence ?? likely}
  }
  const inSeries = seriesRoles[judgement.records[index] ?? 0]
  if (zones.isBody[index] && inSeries) return {...inSeries, confidence: likely}
  if (zones.isBody[index]) return {...inBody(), confidence: likely}
  const sure = rule && neverBody.has(rule.name) ? ruleConfidence : 0
  return {...otherRole(shape, rule, zones), confidence: Math.max(1 - likely, sure)}
}

const seriesRoles: Readonly<Record<number, Omit<Verdict, 'confidence'>>> = {
  [series.record]: {role: 'listItem', rule: 'record'},
  [series.part]: {role: 'subheading', rule: 'part'},
}

function isAsLongAsDek({words, wide}: Shape): boolean {
  return words >= dekWordsMin || wide >= dekWideMin
}

/** A dateline may stand on a line of its own, right above the first paragraph. */
function isDateline({text}: Shape): boolean {
  return text.length < datelineCharsMax && datelineIn(`${text} `)?.length === text.length + 1
}

const bodyRoles: ReadonlySet<Role> = new Set(['listItem', 'quote', 'subheading'])

const prose = {role: 'paragraph', rule: 'prose'} as const

function bodyRole(shape: Shape, rule: Rule | undefined): Omit<Verdict, 'confidence'> {
  if (rule && bodyRoles.has(rule.role)) return {role: rule.role, rule: rule.name}
  const isAddress = rule?.name === 'address'
  const open = !isAddress && (shape.ending === endings.none || shape.ending === endings.colon)
  if (open && shape.text.length <= subheadingCharsMax && shape.stops === 0 && shape.commas < 3) {
    return {role: 'subheading', rule: 'shortLine'}
  }
  return prose
}

function otherRole(
  shape: Shape,
  rule: Rule | undefined,
  zones: Zones,
): Omit<Verdict, 'confidence'> {
  if (rule && !bodyRoles.has(rule.role)) return {role: rule.role, rule: rule.name}
  if (shape.index === zones.author) return {role: 'byline', rule: 'nameAlone'}
  if (shape.index === zones.headline.from - 1 && shape.words <= kickerWordsMax) {
    return {role: 'kicker', rule: 'aboveHeadline'}
  }
  const isPoint = rule?.role === 'listItem'
  const isAbove = shape.index >= zones.headline.to && shape.index < zones.first
  if (isAbove && isAsLongAsDek(shape) && !isPoint) {
    return {role: 'dek', rule: 'belowHeadline'}
  }
  return {role: 'boilerplate', rule: 'unexplained'}
}
