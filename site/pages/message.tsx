/** @jsxImportSource hono/jsx */
import {htmlDocument} from '../layout.tsx'
import type {Frame} from '../site.ts'

/** A page that only says something: not found, no way in, out of order. */
export function messagePage(frame: Frame, title: string, text: string): string {
  return htmlDocument(
    frame,
    {title, path: '/', unlisted: true},
    <header class="page-head">
      <h1>{title}</h1>
      <p class="dek">{text}</p>
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </header>,
  )
}
