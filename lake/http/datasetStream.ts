import type {Dataset} from '../dataset.ts'
import type {Request} from './context.ts'
import {type EventStream, eventStream} from './eventStream.ts'
import {rightsOf} from './rights.ts'

/**
 * Server-sent events of one dataset. A dataset that is deleted says so to who listens, for they need not come back;
 * who may no longer read it is let go before the next event.
 */
export function datasetStream(
  request: Request,
  dataset: Dataset,
  open: (stream: EventStream) => () => void,
): Response {
  return eventStream(request, (stream) => {
    const cleanUp = open(whileAllowed(stream, rightsOf(request)))
    const forget = dataset.onDeletion(() => {
      stream.send('disconnect', {reason: `Dataset "${dataset.name}" was deleted`})
      stream.close()
    })
    return () => {
      forget()
      cleanUp()
    }
  })
}

function whileAllowed(stream: EventStream, isAllowed: () => boolean): EventStream {
  return {
    ...stream,
    send: (...event) => (isAllowed() ? stream.send(...event) : stream.close()),
    write: (text) => (isAllowed() ? stream.write(text) : stream.close()),
  }
}
