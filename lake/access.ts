/** Roles, what each of them may do, and who holds a token. */
import {createHash, randomBytes} from 'node:crypto'
import {forbidden, unauthorized} from './errors.ts'
import type {Registry, TokenRow} from './store/registry.ts'

/** What each role may do. Reading includes drafts, versions and ids with a dot. */
const permissions = {
  administrator: ['read', 'create', 'update', 'history', 'manage'],
  editor: ['read', 'create', 'update', 'history'],
  viewer: ['read', 'history'],
} as const

export type Role = keyof typeof permissions
export type Permission = (typeof permissions)['administrator'][number]

export const roles = Object.keys(permissions) as Role[]
export const isRole = (text: string): text is Role => roles.some((role) => role === text)

/** Who holds a token. Whoever has none is undefined everywhere. */
export type User = {id: string; name: string; role: Role}

const tokenBytes = 32

export const newToken = (): string => `sk${randomBytes(tokenBytes).toString('hex')}`
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * The user of an `Authorization` header; undefined where there is none.
 * @throws LakeError where the token is unknown: a wrong token never reads as an anonymous one.
 */
export function userOf(registry: Registry, authorization: string | undefined): User | undefined {
  const token = authorization?.replace(/^Bearer\s+/i, '').trim()
  if (!token) return undefined
  const row = registry.tokens.find(hashOf(token))
  if (!row) throw unauthorized('Unknown token: make one with `npm run token -- create`')
  return userOfToken(row)
}

export const userOfToken = ({id, name, role}: TokenRow): User => ({
  id,
  name,
  role: isRole(role) ? role : 'viewer',
})

export const may = (user: User | undefined, permission: Permission): boolean =>
  user !== undefined && permissions[user.role].some((one) => one === permission)

/** @throws LakeError 401 without a token, 403 where its role is too small. */
export function demand(user: User | undefined, permission: Permission): User {
  if (!user) throw unauthorized()
  if (!may(user, permission)) throw forbidden(permission)
  return user
}

export const permissionsOf = (user: User | undefined): readonly string[] =>
  user ? permissions[user.role] : ['read']
