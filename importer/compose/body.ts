/**
 * Blocks → body: the parts of Portable Text, still without keys.
 */
import type {List, Role, Style} from '../../schemas/vocabulary.ts'
import type {Block} from '../block.ts'
import {markdownHeading} from '../rules/heading.ts'
import {bullet, numeral} from '../rules/listItem.ts'
import type {BodyBlock} from '../story.ts'
import {lineOf, spanOf, textOf} from './found.ts'
import {isMarkdown, runsOf} from './inline.ts'

type Form = {style: Style; list?: List; text: string}

const forms: Partial<Record<Role, (text: string) => Form>> = {
  paragraph: (text) => ({style: 'normal', text}),
  subheading: headingForm,
  listItem: listForm,
  quote: (text) => ({style: 'blockquote', text: text.replace(/^>+ ?/, '')}),
}

export function bodyOf(blocks: readonly Block[]): BodyBlock[] {
  const markdown = isMarkdown(blocks)
  return blocks.flatMap((block): BodyBlock[] => {
    const form = forms[block.role]?.(textOf(block))
    if (!form || form.text === '') return []
    const {text, ...rest} = form
    return [
      {
        kind: 'text',
        ...rest,
        runs: runsOf(text, markdown),
        span: spanOf(block),
        line: lineOf(block),
      },
    ]
  })
}

/** Markdown's first two levels are the story's own; deeper ones are one style. */
function headingForm(text: string): Form {
  const signs = /^#+/.exec(text)?.[0].length ?? 0
  return {style: signs > 2 ? 'h3' : 'h2', text: text.replace(markdownHeading, '')}
}

function listForm(text: string): Form {
  if (bullet.test(text)) return {style: 'normal', list: 'bullet', text: text.replace(bullet, '')}
  if (numeral.test(text)) return {style: 'normal', list: 'number', text: text.replace(numeral, '')}
  return {style: 'normal', list: 'bullet', text}
}
