import {int32s} from '../slab.ts'

const wordsAtFirst = 2048

/** Hashes of words; at least doubles to grow, so that a long file costs no more a word than a short one. */
export class WordBuffer {
  private hashes = int32s(wordsAtFirst)
  /** How many there are. */
  length = 0

  /** To be filled from `length` on, with so many words at most. */
  withRoomFor(words: number): Int32Array {
    const length = this.length + words
    if (length > this.hashes.length) {
      const grown = int32s(Math.max(length, this.hashes.length * 2))
      grown.set(this.hashes)
      this.hashes = grown
    }
    return this.hashes
  }

  all(): Int32Array {
    return this.hashes.subarray(0, this.length)
  }
}
