/**
 * A cut page → a short story as newsrooms file them, which the corpus has few of: perhaps some lines of navigation above
 * the headline, a few paragraphs, and between them subheadings and lines that do not end the story.
 */
import type {Random} from './random.ts'
import type {Row} from './row.ts'

const paragraphsMin = 1
const paragraphsMax = 12
/** So often a line stands above the headline, and an interruption between two paragraphs. */
const aboveShare = 0.5
const aboveMax = 3
const interruptedShare = 0.15

/** `above`: what stands above the headline of the whole page. */
export function shorten(rows: readonly Row[], above: readonly Row[], random: Random): Row[] {
  const body = rows.flatMap(({label}, index) => (label === 'B' ? index : []))
  const left = paragraphsMin + Math.floor(random() * random() * (paragraphsMax - paragraphsMin + 1))
  const from = body[Math.min(left, Math.ceil(left * random()) + 1)] ?? rows.length
  const to = body.at(-1 - Math.floor(random() * 3)) ?? 0
  const kept = rows.filter((_, index) => index < from || index > to)
  return [
    ...someOf(above, random),
    ...kept.flatMap((row, index) => interrupt(row, kept[index + 1], random)),
  ]
}

function someOf(above: readonly Row[], random: Random): Row[] {
  if (above.length === 0 || random() >= aboveShare) return []
  const count = 1 + Math.floor(random() * random() * aboveMax)
  const from = Math.floor(random() * Math.max(1, above.length - count))
  return above.slice(from, from + count)
}

function interrupt(row: Row, next: Row | undefined, random: Random): Row[] {
  const isBlank = next?.text.trim() === ''
  const isInside = row.label === 'B' && (next?.label === 'B' || isBlank)
  if (!isInside || random() >= interruptedShare) return [row]
  const inserted = between[Math.floor(random() * between.length)] as Row
  return [row, ...(isBlank ? [{text: '', label: undefined}] : []), inserted]
}

/** What stands between paragraphs, made up. Adverts and links to other stories are taken out before the model reads. */
const between: readonly Row[] = [
  {text: 'What happens next', label: 'B'},
  {text: 'The Long Way Home', label: 'B'},
  {text: 'Why it matters', label: 'B'},
  {text: 'Voices from the harbour', label: 'B'},
  {text: 'Sign up for our newsletter', label: 'O'},
  {text: 'Share this story', label: 'O'},
  {text: 'Ferries below the bridge. Photo: Ada Lovelace', label: 'O'},
]
