import {BinaryDocumentIcon} from '@sanity/icons/BinaryDocument'
import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {LinkIcon} from '@sanity/icons/Link'
import {TagIcon} from '@sanity/icons/Tag'
import {UploadIcon} from '@sanity/icons/Upload'
import type {ComponentType} from 'react'
import type {FieldDefinition, SchemaTypeDefinition} from 'sanity'
import {slugOf} from '../importer/names/slugs.ts'
import {documentTypes} from '../schemas/vocabulary.ts'
import {BodyInput} from './inputs/BodyInput.tsx'
import {LinkItem} from './inputs/LinkItem.tsx'
import {SlugInput} from './inputs/SlugInput.tsx'
import {withMark} from './previews/marked.tsx'

const icons: Record<string, ComponentType> = {
  article: DocumentTextIcon,
  section: TagIcon,
  relatedLink: LinkIcon,
  body: BlockContentIcon,
  importRecord: BinaryDocumentIcon,
  importRun: UploadIcon,
}

const components: Record<string, object> = {
  body: {input: BodyInput},
  relatedLink: {item: LinkItem},
}

/** The schemas know no React: icons, inputs, marks and the importer's spelling of slugs are attached here. */
export function withStudioParts(types: readonly SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  return types.map(
    (type) =>
      ({
        ...type,
        icon: icons[type.name],
        ...withMark(type),
        ...(type.name in components && {components: components[type.name]}),
        ...('fields' in type && {fields: type.fields?.map(withSlugs(type.name))}),
      }) as SchemaTypeDefinition,
  )
}

function withSlugs(type: string) {
  return (field: FieldDefinition): FieldDefinition => {
    if (field.type !== 'slug') return field
    const slugify = (title: string) => slugOf(title)
    return {
      ...field,
      options: {...(field.options as object), slugify},
      ...(type === documentTypes.article && {components: {input: SlugInput}}),
    } as FieldDefinition
  }
}
