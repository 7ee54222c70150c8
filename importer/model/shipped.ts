/**
 * The model that comes with Copydesk. `npm run train` makes it.
 */
import {type Model, type ModelJson, modelFrom} from './model.ts'
import weights from './weights.json' with {type: 'json'}

export const shippedModel: Model = modelFrom(weights as unknown as ModelJson)
