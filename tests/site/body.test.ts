import {describe, expect, test} from '@jest/globals'
import {type Body, bodyHtml} from '../../site/body.ts'
import {openImages} from '../../site/images.ts'
import {imageAddresses} from '../../site/structuredData.ts'

const images = openImages({kind: 'lake', url: 'http://localhost:3333'})
const html = (...blocks: object[]) => bodyHtml(blocks as Body, images)

const block = (text: string, more: object = {}) => ({
  _type: 'block',
  _key: 'k',
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
  ...more,
})

const linked = (href: unknown) =>
  block('', {
    markDefs: [{_type: 'link', _key: 'l', href}],
    children: [{_type: 'span', _key: 's', text: 'words', marks: ['l']}],
  })

describe('bodyHtml', () => {
  test('dresses paragraphs, headings, quotes, lists and marks', () => {
    expect(
      html(
        block('One'),
        block('Two', {style: 'h2'}),
        block('Three', {style: 'blockquote'}),
        block('Four', {listItem: 'bullet', level: 1}),
        block('', {children: [{_type: 'span', _key: 's', text: 'Five', marks: ['strong', 'em']}]}),
      ),
    ).toBe(
      '<p>One</p><h2>Two</h2><blockquote>Three</blockquote><ul><li>Four</li></ul><p><strong><em>Five</em></strong></p>',
    )
  })

  test('leaves an empty body and empty paragraphs out', () => {
    expect(bodyHtml(null, images) + html(block(''))).toBe('')
  })

  test('keeps markup in the copy as text', () => {
    expect(html(block('<script>alert(1)</script> & "so on"'))).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;</p>',
    )
  })

  test.each(['https://example.org/?a=1&b="', 'mailto:desk@example.org', '/story/a', '#notes'])(
    'links to %s',
    (href) =>
      expect(html(linked(href))).toMatch(/^<p><a href="[^"<>]+" rel="noopener">words<\/a><\/p>$/),
  )

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '',
    undefined,
    {toString: 1},
  ])('drops the address %j and keeps the words', (href) =>
    expect(html(linked(href))).toBe('<p>words</p>'),
  )

  test('knows nothing of types, styles and marks that are not its own', () => {
    const odd = block('', {
      children: [{_type: 'span', _key: 's', text: 'words', marks: ['"><script>']}],
    })
    expect(
      html(odd, {_type: 'embed', _key: 'e', html: '<script>'}, block('x', {style: '<h9>'})),
    ).toBe('<p>words</p><p>x</p>')
  })

  test('shows a picture in several widths, with its caption', () => {
    const picture = {
      _type: 'image',
      _key: 'p',
      asset: {_type: 'reference', _ref: 'image-0a1b-1600x900-jpg'},
      caption: 'The <bridge>',
      alt: 'A "bridge"',
    }
    const figure = html(picture)
    expect(figure).toContain(
      'src="http://localhost:3333/images/local/production/0a1b-1600x900.jpg?w=1280',
    )
    expect(figure).toContain('width="1600" height="900" alt="A &quot;bridge&quot;"')
    expect(figure).toContain('<figcaption>The &lt;bridge&gt;</figcaption>')
  })

  test('shows no picture that the copy only names', () => {
    expect(html({_type: 'image', _key: 'p', fileName: 'bridge.jpg', caption: 'The bridge'})).toBe(
      '',
    )
  })
})

test('the pictures of a story are named to search engines and those who share it', () => {
  const picture = {
    _type: 'image',
    _key: 'p',
    asset: {_type: 'reference', _ref: 'image-0a1b-16x9-png'},
  }
  const named = {_type: 'image', _key: 'q', fileName: 'bridge.jpg'}
  const body = [block('One'), picture, named] as Body
  const site = {title: 'News', url: 'http://news', stylePath: '', images}
  expect(imageAddresses(site, {body})).toEqual([
    'http://localhost:3333/images/local/production/0a1b-16x9.png?w=1280&fit=max&auto=format',
  ])
})
