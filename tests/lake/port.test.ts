import {expect, test} from '@jest/globals'
import {openLake} from '../../lake/index.ts'

test('a taken port is told with what to do', async () => {
  const first = await openLake()
  const port = Number(new URL(first.url).port)
  await expect(openLake({port})).rejects.toThrow(
    `Port ${port} is taken by another program: stop it, or choose another port (0 is any free one)`,
  )
  await first.close()
})
