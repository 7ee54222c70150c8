/**
 * Typed arrays cut off a slab of memory that many share: one with memory of its own takes ten times as long to make, and
 * a file needs dozens of short ones. All are filled with zeros, and nobody else's.
 */

const slabBytes = 1 << 18
/** Every element stands at a multiple of its size. */
const alignmentBytes = 8

let slab = new ArrayBuffer(slabBytes)
let used = 0

export function float64s(length: number): Float64Array {
  const start = cut(length * 8)
  return new Float64Array(slab, start, length)
}

export function float32s(length: number): Float32Array {
  const start = cut(length * 4)
  return new Float32Array(slab, start, length)
}

export function int32s(length: number): Int32Array {
  const start = cut(length * 4)
  return new Int32Array(slab, start, length)
}

export function uint16s(length: number): Uint16Array {
  const start = cut(length * 2)
  return new Uint16Array(slab, start, length)
}

export function uint8s(length: number): Uint8Array {
  const start = cut(length)
  return new Uint8Array(slab, start, length)
}

/** What is cut while `work` runs is nobody's once it is over: the next one gets the same memory, which is at hand sooner. */
export function scoped<Result>(work: () => Result): Result {
  const [outer, from] = [slab, used]
  try {
    return work()
  } finally {
    const to = slab === outer ? used : outer.byteLength
    new Uint8Array(outer, from, to - from).fill(0)
    slab = outer
    used = from
  }
}

/** Where so many bytes of `slab` begin; what is too long for it gets a slab to itself. */
function cut(bytes: number): number {
  if (used + bytes > slab.byteLength) {
    slab = new ArrayBuffer(Math.max(slabBytes, bytes))
    used = 0
  }
  const start = used
  used = Math.ceil((start + bytes) / alignmentBytes) * alignmentBytes
  return start
}
