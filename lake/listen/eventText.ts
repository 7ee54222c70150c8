import type {MutationEvent} from './events.ts'

/** A server-sent event, as it goes over the wire. */
export const eventText = (event: string, data: unknown, id?: string): string =>
  `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

export const mutationText = (event: MutationEvent): string =>
  eventText('mutation', event, event.eventId)
