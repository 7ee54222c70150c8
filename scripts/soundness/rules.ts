/**
 * The rules of a field, by calling its `validation` with a rule that only takes notes.
 */
/** False: perhaps sound, perhaps not. */
export type Check = (value: unknown) => boolean

export type Field = {type: string; options?: unknown; validation?: unknown}

type Call = {name: string; args: readonly unknown[]}

/** What a value has to meet so that no rule of the field reports an error. */
export function ruleChecks(field: Field): Check[] {
  const {validation, type} = field
  const own = typeof validation === 'function' ? notedRules(validation as Validation) : []
  const known = validation === undefined || typeof validation === 'function'
  return [
    ...(known ? [] : [() => false]),
    ...listed(field.options),
    ...(type === 'url' && own.length === 0 ? [uri({scheme: ['http', 'https']})] : []),
    ...own.flatMap((calls) => checksOf(calls)),
  ]
}

type Validation = (rule: unknown) => unknown

/** The calls of each rule that the validation makes. */
function notedRules(validation: Validation): Call[][] {
  const made = validation(notingRule([]))
  return [made].flat().map((rule) => (rule as {calls?: Call[]} | undefined)?.calls ?? [])
}

/** Like Sanity's rules, each call answers a rule of its own. */
function notingRule(calls: readonly Call[]): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'calls'
          ? calls
          : (...args: unknown[]) => notingRule([...calls, {name: String(name), args}]),
    },
  )
}

const milder = new Set(['warning', 'info'])

function checksOf(calls: readonly Call[]): Check[] {
  if (calls.some(({name}) => milder.has(name))) return []
  return calls.map(({name, args}) => checks[name]?.(...args) ?? (() => false))
}

/** Of a value that is there; `required` alone asks for one. */
const ifThere =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const checks: Record<string, (...args: unknown[]) => Check> = {
  error: () => () => true,
  required: () => (value) =>
    value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== ''),
  integer: () => ifThere(Number.isInteger),
  min: (least) => ifThere((value) => typeof value === 'number' && value >= Number(least)),
  max: (most) => ifThere((value) => typeof value === 'number' && value <= Number(most)),
  regex: (pattern, ...options) =>
    ifThere(
      (value) =>
        options.length === 0 &&
        pattern instanceof RegExp &&
        pattern.flags === '' &&
        pattern.test(String(value)),
    ),
  uri: (options) => uri(options),
}

/** Stricter than the validator: plain ASCII, a named scheme, and what follows it as a whole. */
function uri(options: unknown): Check {
  const {scheme} = (options ?? {}) as {scheme?: unknown}
  const schemes = Array.isArray(scheme) ? scheme.filter((one) => typeof one === 'string') : []
  return ifThere((value) => {
    const text = String(value)
    const plain = /^([a-z]+):(\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?)?[\w/.~%?=&+,;@#-]*$/i.exec(text)
    return plain !== null && schemes.includes(plain[1] as string) && URL.canParse(text)
  })
}

function listed(options: unknown): Check[] {
  const {list} = (options ?? {}) as {list?: unknown}
  if (!Array.isArray(list)) return []
  const values = new Set(list.map((one) => (one as {value?: unknown})?.value ?? one))
  return [ifThere((value) => values.has(value))]
}
