/**
 * What the model leaves open of the body: passes that give it lines or take some away, each by what the ones before left.
 */
import {isOneOf, type Layout, verdictByLayout} from '../layout.ts'
import type {Shape} from '../shape.ts'
import {linesAboveEnd, linesOfShortCopy, type Named} from './close.ts'
import {biosBehind, creditsAbove} from './credits.ts'
import type {Headline} from './headline.ts'
import {addressesBehind, headingsInside, listsInside} from './inside.ts'
import {numberedInside} from './numbered.ts'
import {titlesBehind} from './titlesBehind.ts'

type Found = {
  lines: readonly Shape[]
  named: Named
  headline: Headline
  /** For each line, what the model says. */
  likely: Float64Array
  /** As the passes before left it. */
  isBody: readonly boolean[]
  layout?: Layout
}

export type Pass = {
  name: string
  /** Why it stands where it does. */
  order: string
  /** Whether its lines become body, or cease to be. */
  gives: boolean
  /** How sure the pass is of its lines, where it is surer than the model. */
  confidence?: number
  /** By index. */
  linesOf(found: Found): Iterable<number>
}

export const passes: readonly Pass[] = [
  {
    name: 'shortCopy',
    order:
      'First: of short copy the model may have found nothing, and all others look from the body.',
    gives: true,
    confidence: 0.75,
    linesOf: ({lines, named, headline}) => linesOfShortCopy(lines, named, headline.to),
  },
  {
    name: 'creditsAbove',
    order:
      'Before the body is filled up between its first line and its last: a byline is not the first.',
    gives: false,
    linesOf: ({named, isBody}) => creditsAbove(named, isBody),
  },
  {
    name: 'addressesBehind',
    order: 'Nor is an address the last.',
    gives: false,
    linesOf: ({named, isBody}) => addressesBehind(named, isBody),
  },
  {
    name: 'titlesBehind',
    order: 'Nor are titles of other stories: among them stand headings, and they look like lists.',
    gives: false,
    linesOf: ({lines, isBody}) => titlesBehind(lines, isBody),
  },
  {
    name: 'headingsInside',
    order: 'Both ends stand. Headings come before lists, whose first line they may be.',
    gives: true,
    linesOf: ({lines, named, isBody}) => headingsInside(lines, named, isBody),
  },
  {
    name: 'listsInside',
    order: 'Before numbered points, which count how many of their lines belong to the body.',
    gives: true,
    linesOf: ({lines, named, isBody}) => listsInside(lines, named, isBody),
  },
  {
    name: 'numbered',
    order: 'Last of what is inside: it takes the text below each point, whatever it is.',
    gives: true,
    confidence: 0.75,
    linesOf: ({lines, named, isBody}) => numberedInside(lines, named, isBody),
  },
  {
    name: 'layout',
    order: 'The newsroom has its say over all that was found, and where the story ends by it.',
    gives: false,
    linesOf: ({lines, layout}) => linesOfLayout(lines, layout),
  },
  {
    name: 'aboveEnd',
    order: 'Goes on from the last line of the body, once that is sure.',
    gives: true,
    confidence: 0.75,
    linesOf: ({lines, named, isBody}) => linesAboveEnd(lines, named, isBody),
  },
  {
    name: 'aboutAuthor',
    order: 'Last: the lines above the end may tell of the author.',
    gives: false,
    confidence: 0.95,
    linesOf: ({lines, named, isBody}) => biosBehind(lines, named, isBody),
  },
]

/** The body that they leave, and for each line the last pass that changed it, if it says how sure it is. */
export type Settled = {isBody: readonly boolean[]; by: ReadonlyMap<number, Pass>}

export function settleBody(found: Found): Settled {
  const isBody = [...found.isBody]
  const by = new Map<number, Pass>()
  const left = {...found, isBody}
  for (const pass of passes) {
    for (const index of pass.linesOf(left)) {
      const isSurer = pass.gives && (pass.confidence ?? 0) > (found.likely[index] as number)
      if (isBody[index] === pass.gives && !isSurer) continue
      isBody[index] = pass.gives
      if (pass.confidence === undefined) by.delete(index)
      else by.set(index, pass)
    }
  }
  return {isBody, by}
}

/** What the newsroom says of its copy, and all behind what opens its tail. */
function linesOfLayout(lines: readonly Shape[], layout?: Layout): number[] {
  if (!layout) return []
  const end = lines.findIndex(({text}) => isOneOf(text, layout.tailOpeners))
  const found = lines.filter(
    ({index, text}) => (end >= 0 && index >= end) || verdictByLayout(text, layout),
  )
  return found.map(({index}) => index)
}
