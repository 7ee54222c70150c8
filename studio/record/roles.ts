import type {Role} from '../../schemas/vocabulary.ts'

/** Tones that lines and badges both have. */
export type RoleTone = 'primary' | 'suggest' | 'positive' | 'caution' | 'neutral' | 'default'

/** How each role is shown: its name, and the tone of its line. The name is always there beside the colour. */
export const roleLooks: Record<Role, {title: string; tone: RoleTone}> = {
  title: {title: 'Title', tone: 'primary'},
  kicker: {title: 'Kicker', tone: 'primary'},
  dek: {title: 'Dek', tone: 'primary'},
  byline: {title: 'Byline', tone: 'suggest'},
  dateline: {title: 'Dateline', tone: 'suggest'},
  date: {title: 'Date', tone: 'suggest'},
  paragraph: {title: 'Paragraph', tone: 'positive'},
  subheading: {title: 'Heading', tone: 'positive'},
  listItem: {title: 'List item', tone: 'positive'},
  quote: {title: 'Quote', tone: 'positive'},
  caption: {title: 'Caption', tone: 'caution'},
  counter: {title: 'Counter', tone: 'caution'},
  section: {title: 'Section', tone: 'caution'},
  related: {title: 'Related', tone: 'caution'},
  boilerplate: {title: 'Left out', tone: 'neutral'},
  blank: {title: '', tone: 'default'},
}
