/** Whether a cut at `index` would part the two halves of a surrogate pair, which no byte offset can name. */
export function splitsPair(text: string, index: number): boolean {
  const high = text.charCodeAt(index - 1)
  const low = text.charCodeAt(index)
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000
}
