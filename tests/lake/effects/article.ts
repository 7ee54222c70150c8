type Block = {
  _key: string
  _type: 'block'
  style: string
  markDefs: never[]
  children: {_key: string; _type: 'span'; marks: string[]; text: string}[]
}
export type Body = Block[]

/** An article of so many paragraphs, each of about 400 characters and unlike the others. */
export function article(blocks: number, seed = 'p') {
  const body = Array.from({length: blocks}, (_, index) => block(`${seed}${index}`))
  return {_id: 'article-1', _type: 'article', title: 'Dredging begins', reads: 12, body}
}

function block(key: string): Block {
  const text = Array.from({length: 60}, (_, index) => `${key}w${index * 7}`).join(' ')
  const children = [{_key: `${key}s`, _type: 'span' as const, marks: [], text}]
  return {_key: key, _type: 'block', style: 'normal', markDefs: [], children}
}

/** The block with words put into the middle of its text. */
export function textOf(block: Block, insert: string): Block {
  const children = block.children.map((span) => {
    const middle = span.text.length >> 1
    return {...span, text: span.text.slice(0, middle) + insert + span.text.slice(middle)}
  })
  return {...block, children}
}
