/**
 * Reads copy in the sample's layout to the letter, without the parser's judgement, so that tests of the import do not
 * hang on how lines are understood.
 */
import type {BodyBlock, Found, Related, Story} from '../../importer/compose.ts'
import type {Source} from '../../importer/source.ts'
import {type Line, split} from '../../importer/split.ts'

export function plainReader(source: Source): Story[] {
  const lines = split(source.text)
  const counter = lines.findIndex(({text}) => /^- \d+ reads$/.test(text))
  const title = lines[0] as Line
  const body = lines.slice(1, counter).filter(written)
  const [label, ...related] = lines.slice(counter + 1).filter(written)
  return [
    {
      source,
      blocks: lines.map((line) => ({
        role: 'paragraph',
        lines: [line],
        text: line.text,
        rule: 'plain',
        confidence: 1,
      })),
      title: found(title, title.text),
      reads: found(lines[counter] as Line, Number(/\d+/.exec(lines[counter]?.text ?? '')?.[0])),
      ...(label ? {section: {...found(label, label.text), origin: 'label'}} : {}),
      body: body.map(block),
      relatedLinks: related.map(
        (line): Related => ({title: line.text, section: label?.text, ...place(line)}),
      ),
      draft: false,
      diagnostics: [],
    },
  ]
}

function written({text}: Line): boolean {
  return text !== ''
}

function place({start, end, number}: Line) {
  return {span: {start, end}, line: number}
}

function found<Value>(line: Line, value: Value): Found<Value> {
  return {value, ...place(line), rule: 'plain', confidence: 1}
}

function block(line: Line): BodyBlock {
  return {kind: 'text', style: 'normal', runs: [{text: line.text, marks: []}], ...place(line)}
}
