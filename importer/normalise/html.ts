/**
 * What copying leaves behind of HTML: entities, and tags.
 */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  zwnj: '\u200c',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  times: '×',
  frac12: '½',
  frac14: '¼',
  iexcl: '¡',
  iquest: '¿',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  aring: 'å',
  aelig: 'æ',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  igrave: 'ì',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ouml: 'ö',
  oslash: 'ø',
  ugrave: 'ù',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  szlig: 'ß',
}

const codePointMax = 0x10ffff

/** For `String.replace`; an entity that is none stays as it stands. */
export function decodeEntities(entity: string): string {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return named[name] ?? capital(name) ?? entity
  const hex = name[1] === 'x' || name[1] === 'X'
  const code = hex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const valid = code > 0 && code <= codePointMax && (code < 0xd800 || code > 0xdfff)
  return valid ? String.fromCodePoint(code) : entity
}

/** `Eacute` is the capital of `eacute`. */
function capital(name: string): string | undefined {
  const small = named[name.charAt(0).toLowerCase() + name.slice(1)]
  return small && /^[A-Z]/.test(name) ? small.toUpperCase() : undefined
}

const tags: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b blockquote body br button center cite code dd div dl dt em figcaption figure font ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main mark nav ol p picture pre ' +
    's script section small source span strike strong style sub sup table tbody td th thead time tr u ul video'
  ).split(' '),
)

/** For `String.replace`; what only looks like a tag (`<name>`) stays. */
export function stripTags(tag: string): string {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase()
  if (!name || !tags.has(name)) return tag
  return name === 'br' || name === 'td' ? ' ' : ''
}
