import {describe, expect, test} from '@jest/globals'
import {openReadiness} from '../../lake/store/readiness.ts'

/** Something that takes so many steps until it is ready. */
function slow(readiness: ReturnType<typeof openReadiness>, steps: number) {
  let left = steps
  const step = () => {
    left -= 1
    return left > 0
  }
  return () => {
    if (left > 0) return readiness.note(step) ? 'made up' : 'without'
    return 'ready'
  }
}

describe('a query', () => {
  test('is tried again once all is ready that it asks for', async () => {
    const readiness = openReadiness()
    const [one, other] = [slow(readiness, 3), slow(readiness, 5)]
    const tries: string[][] = []
    const answer = await readiness.whenReady(() => {
      tries.push([one(), other()])
      return tries.at(-1)
    }, 60_000)
    expect(answer).toEqual(['ready', 'ready'])
    expect(tries).toEqual([
      ['made up', 'made up'],
      ['ready', 'ready'],
    ])
  })

  test('lets others have their turn while it waits', async () => {
    const readiness = openReadiness()
    const order: string[] = []
    const waiting = readiness
      .whenReady(slow(readiness, 5), 60_000)
      .then(() => order.push('waiting'))
    await readiness.whenReady(() => 1, 60_000)
    order.push('other')
    await waiting
    expect(order).toEqual(['other', 'waiting'])
  })

  test('is told to ask again where that takes too long', async () => {
    const readiness = openReadiness()
    const asked = readiness.whenReady(slow(readiness, Number.POSITIVE_INFINITY), 0)
    await expect(asked).rejects.toMatchObject({status: 503, headers: {'retry-after': '5'}})
  })

  test('that fails for what it was made to believe is tried again', async () => {
    const readiness = openReadiness()
    const one = slow(readiness, 2)
    const work = () => {
      const found = one()
      if (found === 'made up') throw new Error('Nothing is there')
      return found
    }
    expect(await readiness.whenReady(work, 60_000)).toBe('ready')
    expect(one()).toBe('ready')
    await expect(
      readiness.whenReady(() => {
        throw new Error('wrong')
      }, 60_000),
    ).rejects.toThrow('wrong')
  })

  test('that cannot wait does without', () => {
    const readiness = openReadiness()
    expect(slow(readiness, 2)()).toBe('without')
  })
})
