/** How sure the reader was, for an editor: `98 %`. */
export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`
}

/** What decided, and how sure it was: `headline, 98 % sure`. */
export function certainty(rule: string, confidence: number): string {
  return `${rule}, ${percent(confidence)} sure`
}
