/**
 * What files hold → what a terminal may show: no sign of theirs may change its colours or its title.
 */

const named: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}

/** With its control signs spelled out: a file's name may hold line breaks. */
export function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (sign) => named[sign] ?? hex(sign))
}

/** Raw copy: its control signs, tabs among them, are blanks. */
export function unsteering(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

function hex(sign: string): string {
  return `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
}
