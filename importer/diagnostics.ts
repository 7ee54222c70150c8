/**
 * Problems in the input are values with a place, never exceptions. A code is permanent: scripts match on it.
 */

/** `line` and `column` count from 1; line 0 means the file as a whole. */
export type Place = {line: number; column: number}

export type Level = 'error' | 'warning' | 'info'

/** Every code with what it means, as the documentation prints it. */
export const codes = {
  'file-unreadable': 'The file could not be read from disk.',
  'folder-unreadable':
    'The folder could not be listed: its files are left out, and no story of the source is taken for gone.',
  'path-taken':
    'Another file has the same path once both are spelled the same way; rename one of them.',
  'file-empty': 'The file holds no text.',
  'file-too-large': 'The file holds more text than one document, or one request, can carry.',
  'file-binary': 'The file holds bytes that are not text.',
  'encoding-unknown': 'No decoder explains the bytes as text.',
  'reader-failed': 'The reader broke off on the file; the other files go on.',
  'title-missing': 'No line could be taken for the headline.',
  'body-missing': 'No line could be taken for body text.',
  'title-doubtful':
    'The line taken for the headline may be another one; the story is held back as a draft.',
  'body-doubtful':
    'Too many lines inside the body are doubtful, more of the text is doubtful or was left out than is sure, or rows of numbers (a table, ingredients, results) were left out; the story is held back as a draft.',
  'text-mended': 'Characters of a wrong encoding were mended in the fields; the source keeps them.',
  'front-matter-invalid': 'The front matter is not YAML that can be read; it was left out.',
  'several-stories': 'The file holds several stories; each was read by itself.',
  'list-page':
    'The file lists stories, with a few words on each, and holds none; it was set aside.',
  'layout-invalid': 'A layout in copydesk.config.ts is not valid.',
  'same-text':
    'The file says what another one says, or said before it went on; both make one story.',
  'near-text': 'The text comes near that of another story; both are kept.',
  'story-moved': 'The file was renamed or moved; its story stayed the same document.',
  'story-replaced':
    'The file says something else altogether; its former story stays, and this is a new one.',
  'story-removed': 'An editor removed the story; it is not brought back.',
  'story-refused': 'The lake turned the story down; --retry-failed tries again.',
  'schema-violated': "The story breaks a rule of the Studio's schema.",
  'story-undone': 'The run that made or changed the story was taken back.',
  'story-kept': 'A run was taken back, but the story was edited since and stays as it is.',
  'story-doubtful': 'With --strict: the story would be held back as a draft.',
  'plan-outdated': 'The story was changed since the plan was made; plan again.',
} as const

export type DiagnosticCode = keyof typeof codes

export type Diagnostic = {
  code: DiagnosticCode
  level: Level
  message: string
  file: string
  place: Place
  rule?: string
}

/** Of the file as a whole. */
export function ofFile(
  file: string,
  told: Pick<Diagnostic, 'code' | 'level' | 'message'>,
): Diagnostic {
  return {...told, file, place: {line: 0, column: 0}}
}

/** `path:line:column level code message`, the form that editors and terminals link to. */
export function formatDiagnostic({file, place, level, code, message}: Diagnostic): string {
  const where = place.line === 0 ? file : `${file}:${place.line}:${place.column}`
  return `${where} ${level} ${code} ${message}`
}
