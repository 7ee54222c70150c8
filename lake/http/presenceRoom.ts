import {type User, userOf} from '../access.ts'
import {isRecord} from '../document.ts'
import {LakeError, requestError} from '../errors.ts'
import type {Lake} from '../lake.ts'

export type Session = {
  dataset: string
  user: User | undefined
  subscriptions: Set<string>
  sessionId?: string
  send(message: Record<string, unknown>): void
}

/** The most subscriptions of one session; Studio needs one. */
export const subscriptionsMax = 100

type Call = {id?: unknown; method: string; params: Record<string, unknown>}
type Method = (room: Room, session: Session, params: Call['params']) => unknown
type Room = {
  lake: Lake
  /** Passes an event on to all who are logged in to the session's dataset, if it is logged in itself. */
  broadcast(from: Session, type: string, message: Record<string, unknown>): void
}

const methods: Record<string, Method> = {
  authorization({lake}, session, {authorization}) {
    session.user = userOf(lake.registry, String(authorization ?? ''))
    return 'authorized'
  },
  presence_subscribe({lake}, session) {
    if (session.subscriptions.size >= subscriptionsMax) {
      throw requestError(429, `Too many subscriptions: at most ${subscriptionsMax} a session`)
    }
    const id = lake.clock.newId()
    session.subscriptions.add(id)
    return id
  },
  presence_unsubscribe(_room, session, {subscriptionId}) {
    return session.subscriptions.delete(String(subscriptionId))
  },
  presence_rollcall({broadcast}, session, params) {
    session.sessionId = String(params.session)
    broadcast(session, 'rollCall', {session: session.sessionId})
    return 'ok'
  },
  presence_announce({broadcast}, session, {data}) {
    if (isRecord(data) && typeof data.sessionId === 'string') session.sessionId = data.sessionId
    broadcast(session, 'state', {m: data})
    return 'ok'
  },
  presence_disconnect({broadcast}, session, params) {
    broadcast(session, 'disconnect', {m: {session: params.session}})
    return 'ok'
  },
}

/** The sessions of a lake, which speak JSON-RPC 2.0 and hear of each other. */
export function openRoom(lake: Lake) {
  const sessions = new Set<Session>()

  function broadcast(from: Session, type: string, message: Record<string, unknown>): void {
    if (!from.user) return
    const result = {type, i: from.user.id, ...message}
    for (const {dataset, user, subscriptions, send} of sessions) {
      if (dataset !== from.dataset || !user) continue
      for (const subscription of subscriptions) {
        const params = {subscription, result}
        send({jsonrpc: '2.0', method: 'presence_subscription', params})
      }
    }
  }

  return {
    enter: (session: Session) => void sessions.add(session),
    receive(session: Session, text: string): void {
      const call = parseCall(text)
      const outcome = answer({lake, broadcast}, session, call)
      session.send({jsonrpc: '2.0', id: call?.id ?? null, ...outcome})
    },
    leave(session: Session): void {
      sessions.delete(session)
      if (session.sessionId) broadcast(session, 'disconnect', {m: {session: session.sessionId}})
    },
  }
}

function answer(room: Room, session: Session, call: Call | undefined): Record<string, unknown> {
  if (!call) return {error: {code: -32600, message: 'Invalid request'}}
  const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined
  if (!method) return {error: {code: -32601, message: 'Unknown method'}}
  try {
    return {result: method(room, session, call.params)}
  } catch (error) {
    const isRefused = error instanceof LakeError && error.status !== 401
    if (isRefused) return {error: {code: -32000, message: error.message}}
    return {error: {code: 4001, message: 'Unauthorized'}}
  }
}

function parseCall(text: string): Call | undefined {
  try {
    const call: unknown = JSON.parse(text)
    if (!isRecord(call)) return undefined
    const method = typeof call.method === 'string' ? call.method : ''
    return {id: call.id, method, params: isRecord(call.params) ? call.params : {}}
  } catch {
    return undefined
  }
}
