import {defineField, type SlugValidationContext} from '@sanity/types'

const slugCharactersMax = 160
const apiVersion = '2025-02-19'

/** The slug field of a type: made of the title, kept unique among the type's documents. */
export const uniqueSlug = ({description, group}: {description: string; group?: string}) =>
  defineField({
    name: 'slug',
    title: 'Slug',
    description,
    type: 'slug',
    group,
    options: {source: 'title', maxLength: slugCharactersMax, isUnique},
    validation: (rule) => rule.required().error('Without a slug the page has no address.'),
  })

/** False where another document of the type has the slug, or had it: its old address still leads there. */
async function isUnique(slug: string, context: SlugValidationContext): Promise<boolean> {
  const {document, getClient} = context
  if (!document) return true
  const id = document._id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
  const taken = await getClient({apiVersion}).fetch<boolean>(
    `defined(*[_type == $type && (slug.current == $slug || $slug in formerSlugs)
      && !(_id in [$id, "drafts." + $id]) && !(_id in path("versions.*." + $id))][0]._id)`,
    {type: document._type, slug, id},
    {perspective: 'raw', tag: 'slug'},
  )
  return !taken
}
