/** What a story says of its addresses. */
export type Addressed = {slug?: {current?: string}; formerSlugs?: string[]}

/**
 * The former slugs that a story has once the draft is published: the published slug joins them where the draft has
 * another one, and one that the draft takes up again leaves them.
 *
 * @returns Undefined where the draft lists just these.
 */
export function formerSlugs(published: Addressed | null, draft: Addressed): string[] | undefined {
  const listed = draft.formerSlugs ?? []
  const had = [...(published?.formerSlugs ?? []), ...listed, published?.slug?.current]
  const former = [...new Set(had)].filter(
    (slug) => slug !== undefined && slug !== draft.slug?.current,
  ) as string[]
  return former.join('\n') === listed.join('\n') ? undefined : former
}

/**
 * The former slugs of the draft that is left where a story was unpublished: the address that it had is among them even
 * while the draft still has that slug, for nothing else tells any more that readers know it.
 *
 * @returns Undefined where the draft lists just these.
 */
export function slugsLeftBehind(unpublished: Addressed, draft: Addressed): string[] | undefined {
  const listed = draft.formerSlugs ?? []
  const known = [...(unpublished.formerSlugs ?? []), unpublished.slug?.current]
  const all = new Set([...listed, ...known.filter((slug) => slug !== undefined)])
  return all.size === listed.length ? undefined : [...all]
}
