/** The items in order, so many at a time; the last part may be shorter. */
export async function* parts<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  each: number,
): AsyncIterable<Item[]> {
  let part: Item[] = []
  for await (const item of items) {
    part.push(item)
    if (part.length < each) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
