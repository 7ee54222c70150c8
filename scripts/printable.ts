const named: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'}

/** A line for a terminal: names of files may hold line breaks, or codes that would change its colours and its title. */
export function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, (sign) => named[sign] ?? hex(sign))
}

function hex(sign: string): string {
  return `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
}
