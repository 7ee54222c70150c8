/** JSONMatch paths, as patches name what they change. */
const name = '[a-zA-Z_][a-zA-Z0-9_]*'
const quoted = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`
const flat = String.raw`\[(?:[^\[\]'"]|${quoted})+\]`
const bracket = String.raw`\[(?:[^\[\]'"]|${quoted}|${flat})+\]`

/** A JSONMatch path as @sanity/mutator reads it, which itself passes over what it does not understand. */
const path = new RegExp(
  `^(?:\\.\\.)?(?:${name}|${bracket})(?:\\.\\.?${name}|(?:\\.\\.)?${bracket})*$`,
)

export const pathCharactersMax = 2_000

/** A path into the prototype of things would change what is not the document's. */
const forbidden = '__proto__'

export const isPath = (text: string): boolean =>
  text.length <= pathCharactersMax && path.test(text) && !text.includes(forbidden)

/** The start of a range at the end of a path, with the path before it: `list[2:4]` is `list` and 2. */
export function rangeAtEnd(text: string): {list: string; start: number} | undefined {
  const match = /^(.*)\[\s*(-?\d*)\s*:\s*-?\d*\s*\]$/.exec(text)
  return match ? {list: match[1] ?? '', start: Number(match[2] || 0)} : undefined
}
