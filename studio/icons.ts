import {BinaryDocumentIcon} from '@sanity/icons/BinaryDocument'
import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {LinkIcon} from '@sanity/icons/Link'
import {TagIcon} from '@sanity/icons/Tag'
import {UploadIcon} from '@sanity/icons/Upload'
import type {ComponentType} from 'react'
import type {SchemaTypeDefinition} from 'sanity'

const icons: Record<string, ComponentType> = {
  article: DocumentTextIcon,
  section: TagIcon,
  relatedLink: LinkIcon,
  body: BlockContentIcon,
  importRecord: BinaryDocumentIcon,
  importRun: UploadIcon,
}

/** The schemas know no React: their icons are attached here. */
export function withIcons(types: SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  return types.map((type) => ({...type, icon: icons[type.name]}) as SchemaTypeDefinition)
}
