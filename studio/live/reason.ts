/** What an error says, in words for an editor. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
