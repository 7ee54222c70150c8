/** JSON Schemas of what the site tells machines. */
import {Ajv, type AnySchema} from 'ajv'

const text = {type: 'string', minLength: 1}
const address = {type: 'string', pattern: '^https?://[^\\s<>"]+$'}
const moment = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
}
const language = {type: 'string', pattern: '^[A-Za-z]{2,3}(-[A-Za-z\\d]{2,8})*$'}

/** https://www.jsonfeed.org/version/1.1/, with what it recommends. */
export const jsonFeedShape = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: {const: 'https://jsonfeed.org/version/1.1'},
    title: text,
    home_page_url: address,
    feed_url: address,
    language,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'url', 'content_html'],
        additionalProperties: false,
        properties: {
          id: text,
          url: address,
          title: text,
          content_html: {type: 'string'},
          summary: text,
          date_published: moment,
          date_modified: moment,
          authors: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['name'],
              additionalProperties: false,
              properties: {name: text},
            },
          },
          tags: {type: 'array', items: text},
          language,
        },
      },
    },
  },
}

const named = (type: string, properties: object) => ({
  type: 'object',
  required: ['@type', 'name'],
  additionalProperties: false,
  properties: {'@type': {const: type}, name: text, ...properties},
})

/** https://schema.org/NewsArticle, within what search engines take: https://developers.google.com/search/docs/appearance/structured-data/article */
export const newsArticleShape = {
  type: 'object',
  required: [
    '@context',
    '@type',
    'headline',
    'url',
    'mainEntityOfPage',
    'dateModified',
    'publisher',
  ],
  additionalProperties: false,
  properties: {
    '@context': {const: 'https://schema.org'},
    '@type': {const: 'NewsArticle'},
    headline: {...text, maxLength: 110},
    description: text,
    url: address,
    mainEntityOfPage: {
      type: 'object',
      required: ['@type', '@id'],
      properties: {'@type': {const: 'WebPage'}, '@id': address},
    },
    // As full as the copy gives it: ISO 8601 knows years and months, too.
    datePublished: {anyOf: [moment, {type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$'}]},
    dateModified: moment,
    author: {type: 'array', minItems: 1, items: named('Person', {})},
    articleSection: text,
    inLanguage: language,
    image: {type: 'array', minItems: 1, items: address},
    publisher: named('Organization', {url: address}),
  },
}

const ajv = new Ajv({allErrors: true})

/** Where the value is of another shape: an empty list, if nowhere. */
export function misshapes(value: unknown, shape: AnySchema): string[] {
  const validate = ajv.compile(shape)
  validate(value)
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}
