import type {Rule} from './rule.ts'

/** Nothing but pictures of Markdown, which may be links, too. */
export const markdownPictures =
  /^(?:\[?!\[[^[\]\n]{0,500}\]\([^()\n]{1,2000}\)(?:\]\([^()\n]{0,2000}\))?\s*)+$/
const pattern = /^\S.{0,120}\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?|mp4|pdf)$/i

export const fileName: Rule = {
  name: 'fileName',
  role: 'caption',
  why: 'Copied pages leave the names of their pictures behind as lines.',
  examples: [
    {text: 'IMG_2041.jpg', is: 'caption'},
    {text: 'peace-bell.PNG', is: 'caption'},
    {text: '![The bell](peace-bell.jpg)', is: 'caption'},
    {text: '[![](https://example.org/badge)](https://example.org/)', is: 'caption'},
    {text: '!important', not: 'caption'},
    {text: 'He sent a .jpg of the bridge.', not: 'caption'},
  ],
  match: ({text, words}) =>
    (words <= 8 && pattern.test(text)) || (text.includes('![') && markdownPictures.test(text)),
}
