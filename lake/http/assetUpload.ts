import {demand} from '../access.ts'
import {fileAsset, imageAsset, type Labels, type Place} from '../assets/document.ts'
import type {StoredFile} from '../assets/files.ts'
import {inspect} from '../assets/inspect.ts'
import {projectId} from '../datasets.ts'
import {requestError} from '../errors.ts'
import type {NewDocument} from '../mutation.ts'
import {bodyOf, datasetOf, type Request, type Route} from './context.ts'

export const assetUploadRoutes: Route[] = [
  {method: 'POST', path: '/assets/images/:dataset', handle: (request) => upload(request, image)},
  {method: 'POST', path: '/assets/files/:dataset', handle: (request) => upload(request, file)},
]

type Describe = (stored: StoredFile, request: Request) => NewDocument | Promise<NewDocument>

/** Keeps an uploaded file; the same bytes get the same document, which later uploads do not change. */
async function upload(request: Request, describe: Describe): Promise<Response> {
  const user = demand(request.get('user'), 'create')
  const dataset = datasetOf(request)
  const stored = await request.get('lake').assets.receive(bodyOf(request))
  const document = await describe(stored, request)
  const {results} = await dataset.mutate([{createIfNotExists: document}], {author: user.id})
  return request.json({document: results[0]?.document})
}

async function image(stored: StoredFile, request: Request): Promise<NewDocument> {
  const picture = await inspect(stored.file, wantedMetadata(request))
  return imageAsset(stored, picture, {labels: labelsOf(request), place: placeOf(request)})
}

const file: Describe = (stored, request) =>
  fileAsset(stored, {labels: labelsOf(request), place: placeOf(request)})

const metadataByDefault = ['palette', 'lqip']

/** `meta` names what to read from a picture, once for each; `none` is nothing. */
const wantedMetadata = (request: Request): string[] =>
  request.req.queries('meta') ?? metadataByDefault

const textCharactersMax = 10_000

function labelsOf(request: Request): Labels {
  const text = (name: string) => {
    const value = request.req.query(name)
    if (value && value.length > textCharactersMax) {
      throw requestError(400, `Unexpected length of ${name}, at most ${textCharactersMax}`)
    }
    return value
  }
  return {
    filename: text('filename'),
    contentType: request.req.header('content-type'),
    label: text('label'),
    title: text('title'),
    description: text('description'),
    creditLine: text('creditLine'),
    source: {id: text('sourceId'), name: text('sourceName'), url: text('sourceUrl')},
  }
}

/** Where the file is to be found: at `localhost`, which every client of this machine can resolve. */
function placeOf(request: Request): Place {
  const url = new URL(request.req.url)
  url.hostname = 'localhost'
  return {projectId, dataset: datasetOf(request).name, origin: url.origin}
}
