import {createHmac, timingSafeEqual} from 'node:crypto'
import type {Context} from 'hono'
import {deleteCookie, getCookie, setCookie} from 'hono/cookie'

const cookieName = 'copydesk_preview'
const cookieSecondsMax = 12 * 60 * 60

export type Preview = {
  /** Whether the token is the right one; its cookie is set then. */
  enter(context: Context, token: string | undefined): boolean
  leave(context: Context): void
  /** Whether this reader came in with the token. */
  isOn(context: Context): boolean
}

/**
 * Lets those with the token see drafts. The cookie holds a keyed hash of the token: who steals it can preview this
 * site, and nothing else. Without a token nobody can. `secure`: whether readers come over https.
 */
export function openPreview(token: string | undefined, secure: boolean): Preview {
  const digest = (text: string) => createHmac('sha256', 'copydesk preview').update(text).digest()
  const expected = token ? digest(token) : undefined
  // A second key: the digest that is compared is not the one that goes out.
  const pass = token ? createHmac('sha256', token).update('cookie').digest('base64url') : undefined
  const matches = (given: string | undefined, wanted: Buffer | undefined) =>
    given !== undefined && wanted !== undefined && timingSafeEqual(digest(given), wanted)

  return {
    enter(context, given) {
      if (!pass || !matches(given, expected)) return false
      setCookie(context, cookieName, pass, {
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        path: '/',
        maxAge: cookieSecondsMax,
      })
      return true
    },
    leave: (context) => deleteCookie(context, cookieName, {path: '/', secure}),
    isOn: (context) => matches(getCookie(context, cookieName), pass ? digest(pass) : undefined),
  }
}

/** The page to go to after entering: a path of this site, whatever the address says. */
export function ownPath(to: string | undefined): string {
  return to && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes('\\') ? to : '/'
}
