import {describe, expect, test} from '@jest/globals'
import {spreadStreams, streamAddress} from '../../studio/spreadStreams.ts'
import {stayInside, withoutOutside} from '../../studio/stayInside.ts'

const listen = 'http://localhost:3333/v2025-02-19/data/listen/production?query=*'

describe('streamAddress', () => {
  test('gives a stream of this machine a host of its own', () => {
    expect(streamAddress(listen, 7)).toBe(
      'http://s7.localhost:3333/v2025-02-19/data/listen/production?query=*',
    )
    expect(streamAddress('http://127.0.0.1:1/vX/data/live/events/d', 3)).toBe(
      'http://s3.localhost:1/vX/data/live/events/d',
    )
  })

  test.each([
    'http://localhost:3333/v1/data/query/production',
    'https://localhost:3333/v1/data/listen/production',
    'https://abc.api.sanity.io/v1/data/listen/production',
  ])('leaves %s alone', (address) => {
    expect(streamAddress(address, 1)).toBe(address)
  })
})

test('a browser that does not know the name asks at the address as it was', async () => {
  const asked: string[] = []
  const fetch = async (address: string) => {
    asked.push(new URL(address).hostname)
    if (address.includes('.localhost')) throw new TypeError('Failed to fetch')
    return new Response('ok')
  }
  await spreadStreams(fetch)(listen)
  expect(asked).toEqual([expect.stringMatching(/^s\d+\.localhost$/), 'localhost'])
})

describe('stayInside', () => {
  test('takes the addresses outside out of pages, styles and scripts', () => {
    const bundle = {
      'index.html': {
        type: 'asset' as const,
        fileName: 'index.html',
        source:
          '<script src="https://core.sanity-cdn.com/bridge.js" async></script><style>@font-face { font-family: Inter; src: url("https://studio-static.sanity.io/Inter.woff2"); } body{}</style>',
      },
      'a.css': {
        type: 'asset' as const,
        fileName: 'a.css',
        source: new TextEncoder().encode(
          '@font-face{src:url(https://design-system-static.sanity.io/I.woff2)}p{}',
        ),
      },
      'a.js': {
        type: 'chunk' as const,
        code: 'fetch(`https://sanity-cdn.com/v1/modules`);fetch("https://api.sanity.io/vX/intake/feedback")',
      },
    }
    stayInside().generateBundle.handler({}, bundle)
    expect(bundle['index.html'].source).toBe('<style> body{}</style>')
    expect(bundle['a.css'].source).toBe('p{}')
    expect(bundle['a.js'].code).not.toMatch(/https:/)
  })

  test('leaves other addresses alone', () => {
    const text = 'see https://www.sanity.io/docs'
    expect(withoutOutside(text)).toBe(text)
  })
})
