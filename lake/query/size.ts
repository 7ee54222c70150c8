/** What of a query is measured before it is parsed. */
export const queryCharactersMax = 1_000_000
export const nestingMax = 200
/** Parsing takes longer by the square of the operators, evaluating by the steps. */
export const operatorsMax = 2_000
export const stepsMax = 500

const token =
  /"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|\/\/[^\n]*|[([{]|[)\]}]|&&|\|\||->|[=!<>]=|\*\*|[-+*/%<>!|]|\S/g
const opening = /^[([{]$/
const closing = /^[)\]}]$/
const operator = /^(?:&&|\|\||->|[=!<>]=|\*\*|[-+*/%<>!|])$/

/** What makes a query too large to be parsed; undefined where nothing does. Reads the text once. */
export function tooLarge(query: string): string | undefined {
  if (query.length > queryCharactersMax) {
    return `The query is longer than ${queryCharactersMax} characters`
  }
  let [depth, operators, steps] = [0, 0, 0]
  let before = ''
  for (const [text] of query.matchAll(token)) {
    if (opening.test(text)) depth++
    if (closing.test(text)) depth--
    if (operator.test(text)) operators++
    if (opening.test(text) && closing.test(before)) steps++
    if (depth > nestingMax) return `The query nests deeper than ${nestingMax} brackets`
    if (operators > operatorsMax) return `The query has more than ${operatorsMax} operators`
    if (steps > stepsMax) return `The query has more than ${stepsMax} steps behind one another`
    before = text
  }
  return undefined
}
