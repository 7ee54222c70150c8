/**
 * The Studio's schema as a validator for the importer.
 */
import type {Validator, Violation} from '../importer/validate.ts'
import {schemaTypes} from '../schemas/index.ts'
import {documentTypes} from '../schemas/vocabulary.ts'
import {soundness} from './soundness.ts'

/** What is larger is turned down by its size; judging it would take minutes. */
const judgedUnitsMax = 4_000_000

/** Whether it breaks no rule of the schema; false where in doubt. */
export const isSound = soundness(schemaTypes as never, documentTypes.article)

/**
 * Of nearly every story a quick check says that it is sound. The full validator and its schema are loaded with the first
 * story of which it does not.
 */
export function schemaValidator(): Validator {
  let judge: Promise<Validator> | undefined
  return async (document) => {
    if (isSound(document) || JSON.stringify(document).length > judgedUnitsMax) return []
    judge ??= loadJudge()
    return (await judge)(document)
  }
}

/** Answers errors alone; warnings are an editor's to weigh. */
export async function loadJudge(): Promise<Validator> {
  const [{Schema}, {builtinTypes}, {validateDocument}] = await Promise.all([
    import('@sanity/schema'),
    import('@sanity/schema/_internal'),
    import('@sanity/validation'),
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
