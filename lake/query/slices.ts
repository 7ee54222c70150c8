/** Strings and comments as they are, or places in a list: `[$from...$to]`, `[$at]`. */
const part =
  /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\/\/[^\n]*|\[\s*(?:\$\w+|-?\d+)\s*(?:\.{2,3}\s*(?:\$\w+|-?\d+)\s*)?\]/g
const parameter = /\$(\w+)/g

/**
 * The query with numbers in place of the parameters by which it cuts lists: GROQ wants constants there, of which a
 * plan is made. All other parameters stay, so that what is planned serves for other values of them.
 */
export function withPlaces(query: string, params: Record<string, unknown>): string {
  return query.replaceAll(part, (text) => {
    if (!text.startsWith('[')) return text
    return text.replaceAll(parameter, (name, key) =>
      Number.isSafeInteger(params[key]) ? String(params[key]) : name,
    )
  })
}
