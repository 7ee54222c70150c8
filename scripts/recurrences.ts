/**
 * Lines that recur → what `explain --recurring` prints.
 */
import {styleText} from 'node:util'
import type {Recurrences, Recurring} from '../importer/survey/recurring.ts'
import {unsteering} from './printable.ts'

/** One JSON object a line. */
export function recurringAsJson(recurrences: Recurrences): string {
  return recurrences
    .list()
    .map(({text, files, roles, own}) =>
      JSON.stringify({text, files, roles: Object.fromEntries(roles), own}),
    )
    .join('\n')
}

/** The lines that were taken for a story's own words, and how to say what they are. */
export function recurringAsText(recurrences: Recurrences): string {
  const found = recurrences.list()
  const doubtful = found.filter(({own}) => own)
  const known = found.length - doubtful.length
  const files = `${recurrences.files()} files`
  const around = known === 0 ? '' : ` Around the stories they share ${known}, which were left out.`
  return doubtful.length === 0
    ? `No story in ${files} has a short line that many of them share.${around}`
    : [
        `${doubtful.length} short lines recur in ${files} and were taken for part of a story:`,
        '',
        styleText('dim', `${'files'.padStart(filesColumns)}  line`),
        ...doubtful.slice(0, rowsMax).map(row),
        ...(doubtful.length > rowsMax
          ? [`${'…'.padStart(filesColumns)}  --json tells them all`]
          : []),
        '',
        'Where one is none, name it in a layout of copydesk.config.ts:',
        '',
        `  boilerplate: [${doubtful.slice(0, examples).map(quoted).join(', ')}],`,
        '',
        `${known} more recur around the stories, and were understood.`,
      ].join('\n')
}

const filesColumns = 7
const rowsMax = 40
const examples = 3

function row({text, files, roles}: Recurring): string {
  const taken = roles.map(([role, count]) => `${role} ${count}`).join(', ')
  return `${String(files).padStart(filesColumns)}  ${unsteering(text)}  ${styleText('dim', taken)}`
}

function quoted({text}: Recurring): string {
  return JSON.stringify(unsteering(text))
}
