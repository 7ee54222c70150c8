/**
 * Schema types → a check that tells at once of most documents that they break no rule. It errs on one side only: where
 * it does not know a rule or a type it says no, and the full validator, which takes milliseconds, decides.
 */
import {type Check, type Field, ruleChecks} from './soundness/rules.ts'

type Fields = Record<string, unknown>
type Type = Field & {
  name?: string
  fields?: readonly Type[]
  of?: readonly Type[]
  styles?: readonly {value: string}[]
  lists?: readonly {value: string}[]
  marks?: {decorators?: readonly {value: string}[]; annotations?: readonly Type[]}
}

/** `types` as the Studio's schema takes them; answers the check of the one with this name. */
export function soundness(types: readonly Type[], name: string): Check {
  const named = new Map(types.map((type) => [type.name, type]))
  const checks = new Map<Type, Check>()
  const checkOf = (type: Type): Check => {
    const known = checks.get(type)
    if (known) return known
    // Types may hold themselves.
    checks.set(type, (value) => check(value))
    const check = compile(type, checkOf, (other) => named.get(other))
    checks.set(type, check)
    return check
  }
  const type = named.get(name)
  return type ? checkOf(type) : () => false
}

type CheckOf = (type: Type) => Check

function compile(type: Type, checkOf: CheckOf, named: (name: string) => Type | undefined): Check {
  const shape = shapes[type.type]?.(type, checkOf) ?? inherited(named(type.type), checkOf)
  const rules = ruleChecks(type)
  return (value) => (value === undefined || shape(value)) && rules.every((rule) => rule(value))
}

function inherited(type: Type | undefined, checkOf: CheckOf): Check {
  return type ? checkOf(type) : () => false
}

const isText: Check = (value) => typeof value === 'string'

const shapes: Record<string, (type: Type, checkOf: CheckOf) => Check> = {
  string: () => isText,
  text: () => isText,
  url: () => isText,
  number: () => Number.isFinite,
  slug: () => (value) => {
    const {current, _type, ...others} = objectOf(value)
    return typeof current === 'string' && current !== '' && _type === 'slug' && isEmpty(others)
  },
  reference: () => isReference,
  document: objectCheck,
  object: objectCheck,
  image: (type, checkOf) => {
    const own = objectCheck(type, checkOf)
    return (value) => {
      const {asset, ...others} = objectOf(value)
      return isReference(asset) && own(others)
    }
  },
  array: arrayCheck,
  block: blockCheck,
}

const isReference: Check = (value) => {
  const {_type, _ref, _weak, _key, ...others} = objectOf(value)
  const named = _type === 'reference' && typeof _ref === 'string' && _ref !== ''
  return named && (_weak === undefined || _weak === true) && isEmpty(others)
}

function objectCheck({fields = []}: Type, checkOf: CheckOf): Check {
  const own = fields.map((field) => [field.name as string, checkOf(field)] as const)
  const names = new Set(own.map(([name]) => name))
  return (value) => {
    const object = objectOf(value)
    const known = Object.keys(object).every((name) => name.startsWith('_') || names.has(name))
    return known && own.every(([name, check]) => check(object[name]))
  }
}

function arrayCheck({of = []}: Type, checkOf: CheckOf): Check {
  const members = new Map(of.map((member) => [member.name ?? member.type, checkOf(member)]))
  return (value) =>
    Array.isArray(value) &&
    haveKeys(value) &&
    value.every((item) => members.get(String(objectOf(item)._type))?.(item) ?? false)
}

function blockCheck(type: Type, checkOf: CheckOf): Check {
  const [styles, lists] = [valuesOf(type.styles), valuesOf(type.lists)]
  const decorators = valuesOf(type.marks?.decorators)
  const isMarkDefs = arrayCheck({type: 'array', of: type.marks?.annotations ?? []}, checkOf)
  return (value) => {
    const {_type, _key, style, listItem, level, markDefs, children, ...others} = objectOf(value)
    if (!isMarkDefs(markDefs) || !Array.isArray(children) || !haveKeys(children)) return false
    const marks = new Set([
      ...decorators,
      ...(markDefs as {_key: string}[]).map((mark) => mark._key),
    ])
    const isList =
      listItem === undefined ? level === undefined : lists.has(listItem) && Number.isInteger(level)
    return (
      styles.has(style) &&
      isList &&
      isEmpty(others) &&
      children.every((span) => isSpan(span, marks))
    )
  }
}

function isSpan(value: unknown, known: ReadonlySet<unknown>): boolean {
  const {_type, _key, text, marks, ...others} = objectOf(value)
  return (
    _type === 'span' &&
    typeof text === 'string' &&
    Array.isArray(marks) &&
    marks.every((mark) => known.has(mark)) &&
    isEmpty(others)
  )
}

function haveKeys(items: readonly unknown[]): boolean {
  const keys = new Set(items.map((item) => objectOf(item)._key))
  return (
    keys.size === items.length && [...keys].every((key) => typeof key === 'string' && key !== '')
  )
}

function valuesOf(list: readonly {value: string}[] = []): Set<unknown> {
  return new Set(list.map(({value}) => value))
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}

/** Nothing of what is looked for is found in anything but an object. */
function objectOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Fields)
    : {}
}
