/**
 * The Studio's schema as a validator for the importer.
 */
import type {Article} from '../importer/documents.ts'
import type {Validator, Violation} from '../importer/validate.ts'

/**
 * Loads the schema with the first story that is to be written. Judging one takes milliseconds, so stories of one shape
 * are judged once: the same fields and kinds of blocks, and texts of about the same length.
 */
export function schemaValidator(): Validator {
  let judge: Promise<Validator> | undefined
  const sound = new Set<string>()
  return async (document) => {
    const shape = shapeOf(document)
    if (sound.has(shape)) return []
    judge ??= loadJudge()
    const violations = await (await judge)(document)
    if (violations.length === 0) sound.add(shape)
    return violations
  }
}

async function loadJudge(): Promise<Validator> {
  const [{Schema}, {builtinTypes}, {validateDocument}, {schemaTypes}] = await Promise.all([
    import('@sanity/schema'),
    import('@sanity/schema/_internal'),
    import('@sanity/validation'),
    import('../schemas/index.ts'),
  ])
  const schema = Schema.compile({name: 'copydesk', types: [...builtinTypes, ...schemaTypes]})
  return async (document) => {
    const {markers} = await validateDocument({
      document: document as never,
      schema,
      // What a batch refers to is in the batch, or was there before.
      getDocumentExists: async () => true,
    })
    const errors = markers.filter(({level}) => level === 'error')
    return errors.map(({path, message}): Violation => ({path, message}))
  }
}

/** Where a rule about length may draw its line. */
const lengthClasses = [0, 80, 110, 200, 1000]

function shapeOf(document: Partial<Article>): string {
  return JSON.stringify(shape(document))
}

function shape(value: unknown): unknown {
  if (typeof value === 'string')
    return lengthClasses.filter((length) => value.length > length).length
  if (typeof value === 'number') return `${Math.sign(value)}${Number.isInteger(value)}`
  if (Array.isArray(value))
    return [...new Set(value.map((item) => JSON.stringify(shape(item))))].sort()
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value).map(([name, part]) =>
    name.startsWith('_') || name === 'style' || name === 'match'
      ? [name, tag(name, part)]
      : [name, shape(part)],
  )
}

/** Names of types and styles count as they are, keys and ids do not. */
function tag(name: string, value: unknown): unknown {
  return name === '_key' || name === '_id' || name === '_ref' ? typeof value : value
}
