/**
 * What the reader knows of a language: data alone, so that a new language is a new table.
 */

/** Wordings in lower case, parted by `|`; line breaks are spaces. `wordings` takes them apart. */
export type Wordings = string

/** What a counter line counts. */
export const counted = ['reads', 'views', 'comments', 'shares', 'likes', 'minutes'] as const
export type Counted = (typeof counted)[number]

/** Words whose number in a line tells prose of one kind from another. */
export const wordClasses = ['address', 'promotion', 'report', 'authorship', 'self'] as const
export type WordClass = (typeof wordClasses)[number]

export type Language = {
  /** BCP 47. */
  code: string
  /** The commonest words, parted by spaces: prose is full of them, labels and menus are not. */
  stopWords: string
  /** Words that speak to the reader, that sell, that report, and that tell of authors, parted by spaces. */
  wordClasses: Readonly<Record<WordClass, string>>
  /** What stands before an author's name: `by`. */
  bylineOpeners: Wordings
  /** What stands behind it: `기자`. */
  bylineClosers: Wordings
  /** Twelve entries, the spellings of each month parted by spaces. */
  months: Wordings
  weekdays: Wordings
  /** What stands before a date or says that one follows: `updated`, `published on`. */
  dateOpeners: Wordings
  /** What opens the date of a later version: `updated`. */
  updateOpeners: Wordings
  /** `3 hours ago`: the words before or behind, and the units of time. */
  ago: {words: Wordings; units: Wordings}
  /** The words behind (or before) the number of a counter. */
  counters: Readonly<Record<Counted, Wordings>>
  /** Headings over links to other stories. */
  relatedHeadings: Wordings
  /** What opens a link to another story inside the body: `read more:`. */
  relatedOpeners: Wordings
  /** Headings behind which a story does not go on: comments, newsletters, about the author. */
  endHeadings: Wordings
  /** Openings of lines that stand behind a story: copyright, licences, bios. */
  endOpeners: Wordings
  /** What feeds append to a story, its title and its site standing at `*`: `the post * appeared first on *`. */
  feedLines: Wordings
  /** Whole lines of buttons and menus. */
  furniture: Wordings
  /** Whole lines that stand where an advert was, inside a story that goes on below. */
  interruptions: Wordings
  /** Whole lines that say for whom the copy is: `press release`. */
  releaseLabels: Wordings
  /** What opens a line that says when the copy may be published: `embargoed until`. */
  releaseOpeners: Wordings
  /** Names of sections that most newspapers have. */
  sectionNames: Wordings
  /** Openings and endings of captions and of their credits. */
  captionOpeners: Wordings
  captionClosers: Wordings
  /** News agencies, as datelines name them. */
  agencies: Wordings
  /** Words that no headline ends with, parted by spaces: where one ends a line, the headline goes on. */
  hangingWords: string
}

export function wordings(list: Wordings): string[] {
  return list
    .split('|')
    .map((wording) => wording.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}
