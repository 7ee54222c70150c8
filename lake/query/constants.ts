/** Strings and comments as they are; places in a list, `[$from...$to]`, `[$at]`; and `text::query($text)`. */
const part =
  /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\/\/[^\n]*|\[\s*(?:\$\w+|-?\d+)\s*(?:\.{2,3}\s*(?:\$\w+|-?\d+)\s*)?\]|text::query\(\s*\$\w+\s*\)/g
const parameter = /\$(\w+)/g

/**
 * The query with values in place of the parameters by which a plan is made: numbers where it cuts lists, for which GROQ
 * wants constants, and the words that it searches for. All other parameters stay, so that a plan serves for other values.
 */
export function withConstants(query: string, params: Record<string, unknown>): string {
  return query.replaceAll(part, (text) => {
    const isPlace = text.startsWith('[')
    if (!isPlace && !text.startsWith('text')) return text
    return text.replaceAll(parameter, (name, key) => {
      const value = params[key]
      const isConstant = isPlace ? Number.isSafeInteger(value) : typeof value === 'string'
      return isConstant ? JSON.stringify(value) : name
    })
  })
}
