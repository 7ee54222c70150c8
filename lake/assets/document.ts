import {getExtension, getMimeType} from 'hono/utils/mime'
import type {NewDocument} from '../mutation.ts'
import type {StoredFile} from './files.ts'
import type {Picture} from './inspect.ts'

/** What an uploader says about a file. */
export type Labels = {
  filename?: string | undefined
  contentType?: string | undefined
  label?: string | undefined
  title?: string | undefined
  description?: string | undefined
  creditLine?: string | undefined
  source?: {id?: string | undefined; name?: string | undefined; url?: string | undefined}
}

export type Place = {projectId: string; dataset: string; origin: string}

const defaultMimeType = 'application/octet-stream'
const defaultExtension = 'bin'

/** The document of an uploaded picture: its id is its hash, its size in pixels and its format. */
export function imageAsset(
  stored: StoredFile,
  picture: Picture,
  options: {labels: Labels; place: Place},
): NewDocument {
  const {width, height, extension, mimeType, metadata} = picture
  const name = `${stored.sha1}-${width}x${height}`
  return {
    _id: `image-${name}-${extension}`,
    _type: 'sanity.imageAsset',
    ...commonFields(stored, options.labels, `${name}.${extension}`),
    extension,
    mimeType,
    ...address(options.place, `images/%/${name}.${extension}`),
    metadata,
  }
}

/** The document of any other uploaded file: its extension is that of its name, or of its type. */
export function fileAsset(
  stored: StoredFile,
  {labels, place}: {labels: Labels; place: Place},
): NewDocument {
  const extension = extensionOf(labels)
  const declared = labels.contentType === defaultMimeType ? undefined : labels.contentType
  const mimeType = declared ?? getMimeType(`x.${extension}`) ?? defaultMimeType
  return {
    _id: `file-${stored.sha1}-${extension}`,
    _type: 'sanity.fileAsset',
    ...commonFields(stored, labels, `${stored.sha1}.${extension}`),
    extension,
    mimeType: mimeType.split(';', 1)[0],
    ...address(place, `files/%/${stored.sha1}.${extension}`),
  }
}

function extensionOf({filename, contentType}: Labels): string {
  const named = /\.([a-z0-9]{1,10})$/i.exec(filename ?? '')?.[1]?.toLowerCase()
  return named ?? (contentType && getExtension(contentType)) ?? defaultExtension
}

/** A nameless upload has the name that an export would give it, so that an import changes nothing. */
function commonFields({sha1, size}: StoredFile, labels: Labels, name: string) {
  const {filename, contentType: _, source, ...texts} = labels
  const given = Object.entries(texts).filter(([, text]) => text)
  return {
    originalFilename: filename || name,
    ...Object.fromEntries(given),
    ...(source?.id && {source}),
    assetId: sha1,
    sha1hash: sha1,
    size,
  }
}

function address({projectId, dataset, origin}: Place, pattern: string) {
  const path = pattern.replace('%', `${projectId}/${dataset}`)
  return {path, url: `${origin}/${path}`}
}
