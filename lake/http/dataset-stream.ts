import type {Dataset} from '../dataset.ts'
import {type EventStream, eventStream, type StreamRequest} from './event-stream.ts'

/** Server-sent events of one dataset; a dataset that is deleted says so to who listens, for they need not come back. */
export function datasetStream(
  request: StreamRequest,
  dataset: Dataset,
  open: (stream: EventStream) => () => void,
): Response {
  return eventStream(request, (stream) => {
    const cleanUp = open(stream)
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
