import {expect} from '@jest/globals'
import type {SanityClient} from '@sanity/client'

const patienceMs = 60_000
const pauseMs = 100

/** Whether it becomes true; how soon is not the question. */
export async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return false
}

/** Waits until the lake says so. */
export async function untilTrue(
  client: SanityClient,
  query: string,
  params: Record<string, string>,
): Promise<void> {
  await expect(eventually(() => client.fetch<boolean>(query, params))).resolves.toBe(true)
}
