/**
 * Lines → the lines of each story: some files hold several, parted by rules or form feeds.
 */
import {frontMatterLength} from './frontMatter.ts'
import {clean} from './normalise.ts'
import type {Line} from './split.ts'

/** A line of nothing but one sign again and again, or a form feed. */
const divider = /^\s*(?:={3,}|-{3,}|\*{3,}|_{3,}|#{3,}|~{3,})\s*$|\f/
const headlineCharsMax = 160
const proseCharsMin = 80
/** A story has so many lines of prose at least. */
const proseLinesMin = 2

/** All lines, in order, in as many groups as there are stories. A divider ends the group above it. */
export function partStories(lines: readonly Line[]): (readonly Line[])[] {
  const matter = frontMatterLength(lines)
  const groups: Line[][] = [[]]
  for (const [index, line] of lines.entries()) {
    groups.at(-1)?.push(line)
    if (index >= matter && divider.test(line.text)) groups.push([])
  }
  const filled = groups.filter((group) => group.length > 0)
  return filled.length > 1 && filled.every(isStory) ? filled : [lines]
}

/** Dividers stand inside stories, too: only where each part begins with a headline over prose are they borders. */
function isStory(lines: readonly Line[]): boolean {
  const texts = lines
    .filter(({text}) => !divider.test(text))
    .map(({text}) => clean(text))
    .filter(Boolean)
  const [first = ''] = texts
  if (first === '' || first.length > headlineCharsMax || /[.:;,]$/.test(first)) return false
  const prose = texts.slice(1).filter((text) => text.length >= proseCharsMin)
  return prose.length >= proseLinesMin
}
