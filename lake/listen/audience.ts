/** Listeners by what they ask for: those who ask for the same are served as one. */
import {LakeError} from '../errors.ts'
import type {Committed} from '../store/index.ts'
import type {MutationEvent} from './events.ts'
import {mutationText} from './eventText.ts'
import type {Hub} from './hub.ts'

/** What a listener is told: events, or why it hears no more. */
export type Member = {hear(events: Uint8Array): void; fail(message: string): void}

/** Listeners who ask for the same, as one. */
export type Wish = {
  eventsOf(committed: Committed): MutationEvent[]
  /** Keys of the documents that it concerns, `hub.ts`; undefined: it may concern any. */
  keys: string[] | undefined
}

/** So many listeners are each written to at most this often; what came meanwhile goes out in one piece. */
const manyMembers = 200
const paceMs = 40

type News = {seq: number; bytes: Uint8Array}

type Group = {
  /** With the number of the transaction after which each has come. */
  members: Map<Member, number>
  news: News[]
  timer: NodeJS.Timeout | undefined
  leave(): void
}

export type Audience = {
  /** Joins the listeners of the same `name`, who all have the same wish. Returns how to leave. */
  join(name: string, wish: Wish, member: Member): () => void
  /** How many listen. */
  size(): number
}

/**
 * The listeners of a dataset. Those who ask for the same are told together: their filter is evaluated once a
 * transaction, and their events are put into bytes once.
 */
export function openAudience(hub: Hub): Audience {
  const groups = new Map<string, Group>()
  let size = 0

  function join(name: string, wish: Wish, member: Member): () => void {
    const group = groups.get(name) ?? form(name, wish)
    group.members.set(member, hub.latest())
    size++
    return () => {
      if (!group.members.delete(member)) return
      size--
      if (group.members.size === 0) dissolve(name, group)
    }
  }

  function form(name: string, wish: Wish): Group {
    const group: Group = {
      members: new Map(),
      news: [],
      timer: undefined,
      leave: hub.subscribe((committed) => tell(group, wish, committed), wish.keys),
    }
    groups.set(name, group)
    return group
  }

  function dissolve(name: string, group: Group): void {
    group.leave()
    clearTimeout(group.timer)
    if (groups.get(name) === group) groups.delete(name)
  }

  return {join, size: () => size}
}

/** A filter that fails on some document ends its listeners, not the lake. */
function tell(group: Group, {eventsOf}: Wish, committed: Committed): void {
  try {
    const text = eventsOf(committed).map(mutationText).join('')
    if (text === '') return
    group.news.push({seq: committed.seq, bytes: Buffer.from(text)})
    if (group.timer === undefined) flush(group)
  } catch (error) {
    flush(group)
    const message = error instanceof LakeError ? error.message : 'The listener failed'
    for (const member of [...group.members.keys()]) member.fail(message)
  }
}

function flush(group: Group): void {
  const {members, news} = group
  clearTimeout(group.timer)
  group.timer = members.size < manyMembers ? undefined : setTimeout(goOn, paceMs, group)
  const [first] = news
  if (!first) return
  const all = news.length === 1 ? first.bytes : Buffer.concat(news.map(({bytes}) => bytes))
  for (const [member, since] of members) {
    if (first.seq > since) member.hear(all)
    else for (const {seq, bytes} of news) if (seq > since) member.hear(bytes)
  }
  group.news = []
}

function goOn(group: Group): void {
  group.timer = undefined
  if (group.news.length > 0) flush(group)
}
