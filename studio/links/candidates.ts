import {titleIndex} from '../../importer/link.ts'

export type TitledStory = {_id: string; title: string}
export type Candidate = TitledStory & {because: string}

/** As many of the title's words as one query looks for; the longest say most. */
const wordsMax = 4
const wordLettersMin = 4
export const poolMax = 100

/** A query for stories that share a telling word with the title, with its parameters. */
export function poolQuery(title: string, from: string): {query: string; params: Params} {
  const words = tellingWords(title)
  const shares = words.map((_word, at) => `title match $word${at}`).join(' || ') || 'false'
  const params: Params = {from}
  for (const [at, word] of words.entries()) params[`word${at}`] = `${word}*`
  return {
    query: `*[_type == "article" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
      && _id != $from && defined(title) && (${shares})][0...${poolMax}]{_id, title}`,
    params,
  }
}

type Params = Record<string, string>

/** Stories that the title may stand for, best first, each with the reason; the importer's own measure ranks them. */
export function rankCandidates(
  title: string,
  from: string,
  pool: readonly TitledStory[],
): Candidate[] {
  const index = titleIndex()
  for (const story of pool) index.add(story._id, story.title)
  const sure = index.resolve(title, from)
  const near = index.candidates(title, from)
  const ranked = near.map(({id, title: own, similarity}) => ({
    _id: id,
    title: own,
    because: `${Math.round(similarity * 100)} % alike`,
  }))
  const best = sure && pool.find(({_id}) => _id === sure.id)
  if (!sure || !best) return ranked
  const because = reasons[sure.match] ?? `${Math.round(sure.confidence * 100)} % alike`
  return [{...best, because}, ...ranked.filter(({_id}) => _id !== best._id)]
}

const reasons: Record<string, string> = {
  exact: 'same title',
  normalised: 'same title but for signs',
  prefix: 'begins like it',
}

/** The longest words, in the order of the title. */
function tellingWords(title: string): string[] {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? []
  const long = words.filter((word) => word.length >= wordLettersMin)
  const pick = (long.length > 0 ? long : words).toSorted((one, two) => two.length - one.length)
  return [...new Set(pick)].slice(0, wordsMax)
}
