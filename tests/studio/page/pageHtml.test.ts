import {describe, expect, test} from '@jest/globals'
import type {BodyNode} from '../../../importer/documents.ts'
import {pageHtml} from '../../../studio/page/pageHtml.ts'

const hostile = '<script>alert(1)</script>'
const body = [
  {
    _type: 'block',
    _key: 'a',
    style: 'normal',
    markDefs: [{_type: 'link', _key: 'l', href: 'javascript:alert(1)'}],
    children: [{_type: 'span', _key: 's', text: hostile, marks: ['l', 'strong']}],
  },
  {_type: 'unheardOf', _key: 'b'},
] as BodyNode[]

describe('pageHtml', () => {
  test('shows hostile words as words, and follows no script', () => {
    const html = pageHtml({title: hostile, dek: hostile, body}, new Map(), 'light')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('javascript:')
    expect(html).toContain('&lt;script&gt;')
  })

  test('names section and related stories by what they are called now', () => {
    const lookup = new Map([
      ['section-a', {title: 'City'}],
      ['article-2', {title: 'Its full title'}],
    ])
    const html = pageHtml(
      {
        title: 'T',
        section: {_type: 'reference', _ref: 'section-a'},
        relatedLinks: [
          {
            _type: 'relatedLink',
            _key: 'k',
            title: 'Its full ti',
            article: {_type: 'reference', _ref: 'article-2'},
          },
          {_type: 'relatedLink', _key: 'm', title: 'Nobody’s'},
        ],
      },
      lookup,
      'dark',
    )
    expect(html).toContain('City')
    expect(html).toContain('<a>Its full title</a>')
    expect(html).toContain('<li>Nobody’s</li>')
  })

  test('an empty story is a page, too', () => {
    expect(pageHtml({}, new Map(), 'light')).toContain('<h1>Untitled</h1>')
  })
})
