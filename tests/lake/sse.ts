export type ServerEvent = {event: string; id: string | undefined; data: Record<string, unknown>}

/** Reads server-sent events one by one; `next` waits for the next that is no comment. */
export async function openEvents(
  {url}: {url: string},
  path: string,
  {token, lastEventId}: {token?: string; lastEventId?: string} = {},
) {
  const abort = new AbortController()
  const headers = {
    ...(token && {authorization: `Bearer ${token}`}),
    ...(lastEventId && {'last-event-id': lastEventId}),
  }
  const response = await fetch(`${url}/v2025-02-19${path}`, {headers, signal: abort.signal})
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''

  async function next(): Promise<ServerEvent> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (!block.startsWith(':')) return parse(block)
        continue
      }
      const chunk = await reader?.read()
      if (!chunk || chunk.done) throw new Error('The stream has ended')
      text += chunk.value
    }
  }

  return {
    status: response.status,
    next,
    close: () => abort.abort(),
  }
}

function parse(block: string): ServerEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)]
    }),
  )
  const data = JSON.parse(fields.get('data') ?? 'null')
  return {event: fields.get('event') ?? 'message', id: fields.get('id'), data}
}
