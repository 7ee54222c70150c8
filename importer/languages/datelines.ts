/**
 * Datelines: `MIAMI (AP) —`, `BERLIN, Dec. 3 –`, `北京（新华社）`. The place stands before the first words of the story.
 */

/** A place in capitals, with an agency or date, then a dash with a space on either side: `BMW-brand sales` is none. */
const western =
  /^(\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:,\s[\p{L}.\s]{2,20})?)(?:,\s[^—–-]{3,24})?\s?(?:\([^)]{2,30}\)\s?|\/[^/]{2,30}\/\s?)?(?:\s[–—-]{1,2}|—)\s/u

export function datelineIn(text: string): string | undefined {
  return western.exec(text)?.[1]?.trim()
}
