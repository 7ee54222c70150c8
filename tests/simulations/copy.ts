/**
 * Made-up copy in the sample's layout, the same for the same seed: every story has a title of its own, links to others,
 * some by a title that is cut off, and one of a few sections.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {seeded} from './simulation.ts'

const words =
  'river council harbour market bridge library museum garden school station theatre orchard valley meadow ferry mayor nurse baker sailor teacher painter gardener lantern clock tower winter spring summer autumn morning evening quiet bright narrow broken hidden golden rising fallen distant early gentle careful sudden opens closes returns grows waits turns begins ends speaks listens builds repairs discovers remembers welcomes crosses follows gathers'.split(
    ' ',
  )
const labels = ['City', 'Culture', 'Economy', 'Science', 'Human Rights', 'Sport', '人权', 'Opinion']
const cutAt = 40

export function writeCopy(folder: string, {stories, seed}: {stories: number; seed: number}): void {
  const random = seeded(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const phrase = (length: number) => Array.from({length}, () => pick(words)).join(' ')
  const titles = Array.from({length: stories}, (_, at) => capital(`${phrase(7)} ${at}`))
  for (const [at, title] of titles.entries()) {
    const body = Array.from({length: 2 + Math.floor(random() * 5)}, () =>
      capital(`${phrase(12)}, ${phrase(14)}, and ${phrase(10)}.`),
    )
    const related = Array.from({length: Math.floor(random() * 5)}, () =>
      spelled(pick(titles), random),
    )
    const reads = Math.floor(random() * 9000)
    const text = [title, '', ...body, `- ${reads} reads`, pick(labels), related.join('\n\n'), '']
    const path = join(folder, `${at % 20}`, `story-${at}.txt`)
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, text.join('\n'))
  }
}

function spelled(title: string, random: () => number): string {
  const how = random()
  if (how < 0.15) return `A title that is nowhere ${Math.floor(random() * 1e6)}`
  if (how < 0.3) return title.slice(0, cutAt)
  return how < 0.4 ? title.toUpperCase() : title
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
