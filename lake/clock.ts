import {randomBytes} from 'node:crypto'

/** Time and chance, handed in so that tests and simulations can be replayed. */
export type Clock = {now(): Date; newId(): string}

const idBytes = 11

/** The machine's own: ids of 22 characters as unguessable as they are unique. */
export const systemClock: Clock = {
  now: () => new Date(),
  newId: () => randomBytes(idBytes).toString('hex'),
}
