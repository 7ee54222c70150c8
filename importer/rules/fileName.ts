import type {Rule} from './rule.ts'

const pattern = /^\S.{0,120}\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?|mp4|pdf)$/i

export const fileName: Rule = {
  name: 'fileName',
  role: 'caption',
  why: 'Copied pages leave the names of their pictures behind as lines.',
  examples: [
    {text: 'IMG_2041.jpg', is: 'caption'},
    {text: 'peace-bell.PNG', is: 'caption'},
    {text: 'He sent a .jpg of the bridge.', not: 'caption'},
  ],
  match: ({text, words}) => words <= 8 && pattern.test(text),
}
