import {parseSync} from '@swc/core'

/** A function of a source file: the line that it begins in, and how many it takes. */
export type Found = {name: string; line: number; lines: number}

/** What swc's tree is made of. Places are bytes, counted on from file to file. */
type Node = Record<string, unknown> & {type?: string}

const kinds =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|MethodProperty|ClassMethod|PrivateMethod|Constructor|GetterProperty|SetterProperty)$/

/** Stands before the text, so that the first place of the tree is that of the file. */
const lead = '0;'

/** All functions of a file, however deep. What `describe` is given is none: it holds tests as a file does. */
export function functionsOf(text: string, isJsx: boolean): Found[] {
  const bytes = Buffer.from(lead + text)
  const module = parseSync(lead + text, {syntax: 'typescript', tsx: isJsx, target: 'esnext'})
  const linesWithin = (from: number, to: number) =>
    bytes
      .subarray(from - module.span.start, to - module.span.start)
      .toString()
      .split('\n').length
  const found: Found[] = []

  function visit(value: unknown, name: string): void {
    if (Array.isArray(value)) for (const one of value) visit(one, name)
    if (!isNode(value)) return
    const own = nameOf(value) ?? name
    const span = spanOf(value)
    if (kinds.test(value.type ?? '') && span) {
      const line = linesWithin(module.span.start, span.start)
      found.push({name: own, line, lines: linesWithin(span.start, span.end)})
    }
    const inner = isDescribe(value) ? bodies(value.arguments) : Object.values(value)
    for (const one of inner) visit(one, own)
  }

  visit(module.body, '')
  return found
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const spanOf = ({span}: Node) => span as {start: number; end: number} | undefined

function nameOf({id, identifier, key}: Node): string | undefined {
  const named = id ?? identifier ?? key
  return isNode(named) && typeof named.value === 'string' ? named.value : undefined
}

/** `describe(…)`, and `describe.each(…)(…)`. */
function isDescribe({type, callee}: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee)) return false
  const called = isNode(callee.callee) ? callee.callee.object : callee
  return isNode(called) && called.value === 'describe'
}

/** What stands in the functions that a call is given. */
const bodies = (given: unknown): unknown[] =>
  (given as {expression: Node}[]).map(({expression}) => expression.body ?? expression)
