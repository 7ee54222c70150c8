/**
 * Blocks → body: the parts of Portable Text, still without keys.
 */
import type {List, Role, Style} from '../../schemas/vocabulary.ts'
import type {Block} from '../block.ts'
import {markdownHeading} from '../rules/heading.ts'
import {bullet, numeral} from '../rules/listItem.ts'
import type {BodyBlock} from '../story.ts'
import type {Opening} from './dateline.ts'
import {lineOf, spanOf} from './found.ts'
import {isMarkdown, readable, runsOf} from './inline.ts'

type Form = {style: Style; list?: List; text: string}

const forms: Partial<Record<Role, (text: string) => Form>> = {
  paragraph: (text) => ({style: 'normal', text}),
  subheading: headingForm,
  listItem: listForm,
  quote: (text) => ({style: 'blockquote', text: text.replace(/^>+ ?/, '')}),
}

/** Whether the block is part of the body's text. */
export function isBody({role}: Block): boolean {
  return role in forms
}

/** Without the dateline that opens it. */
export function bodyOf(blocks: readonly Block[], opening?: Opening): BodyBlock[] {
  const markdown = isMarkdown(blocks)
  const filled = blocks.filter(({role}) => role !== 'blank')
  const from = filled.findIndex(({role}) => role === 'title')
  const to = filled.findLastIndex(isBody)
  return filled.flatMap((block, index): BodyBlock[] => {
    if (block.rule === 'fileName' && index > from && index <= to + 1) {
      return imagesOf(block, filled[index + 1])
    }
    const opened = block === opening?.block ? opening : undefined
    const words = block.text.slice(opened?.length ?? 0)
    const form = forms[block.role]?.(markdown ? readable(words) : words)
    if (!form || form.text === '') return []
    const {text, ...rest} = form
    return [
      {
        kind: 'text',
        ...rest,
        runs: runsOf(text, markdown),
        span: opened ? {...spanOf(block), start: opened.end} : spanOf(block),
        line: lineOf(block),
      },
    ]
  })
}

type Picture = Pick<Extract<BodyBlock, {kind: 'image'}>, 'fileName' | 'caption'>

/** Pictures with the caption on the next line; a name without a picture beside the copy comes to nothing. */
function imagesOf(block: Block, next: Block | undefined): BodyBlock[] {
  const below = next?.role === 'caption' && next.rule !== 'fileName' ? next.text : undefined
  const place = {span: spanOf(block), line: lineOf(block)}
  return picturesIn(block.text).map(({fileName, caption = below}) => ({
    kind: 'image',
    fileName,
    ...(caption ? {caption} : {}),
    ...place,
  }))
}

const markdownPicture = /!\[(?<words>[^[\]\n]{0,500})\]\((?<address>[^()\s]{1,2000})/g

/** A line is a file name by itself, or Markdown with addresses that end in one. */
function picturesIn(text: string): Picture[] {
  const found = [...text.matchAll(markdownPicture)].map(({groups}): Picture => {
    const {words = '', address = ''} = groups ?? {}
    const fileName = address.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '')
    return {fileName, ...(words && {caption: words})}
  })
  return found.length > 0 ? found : [{fileName: text}]
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
