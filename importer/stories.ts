/**
 * Lines → the lines of each story: some files hold several.
 */
import {frontMatterLength} from './classify/frontMatter.ts'
import type {Line} from './split.ts'
import {startsByDividers} from './stories/dividers.ts'
import {startsByGaps} from './stories/gaps.ts'
import {isStory} from './stories/prose.ts'
import {startsByTurns} from './stories/turns.ts'

export {teaserLines} from './stories/list.ts'

/** Each finds where stories begin by another sign. */
const signs = [startsByDividers, startsByTurns, startsByGaps]

/** All lines, in order, in as many groups as there are stories. Where any group would be none, the file is one story. */
export function partStories(lines: readonly Line[]): (readonly Line[])[] {
  const matter = frontMatterLength(lines)
  for (const startsBy of signs) {
    const starts = startsBy(lines, matter)
    if (starts.length === 0) continue
    const groups = [0, ...starts].map((from, at) => lines.slice(from, starts[at]))
    if (groups.every((group, at) => isStory(at === 0 ? group.slice(matter) : group))) return groups
  }
  return [lines]
}
