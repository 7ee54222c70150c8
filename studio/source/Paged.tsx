import {Button, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode, useState} from 'react'

const linesEach = 500

export type Held = {first: number; last: number}

type Props<Line> = {
  lines: readonly Line[]
  /** Indices of the first and the last line of words that have to be in sight. */
  held?: Held
  children: (shown: readonly Line[]) => ReactNode
}

/** Lines page by page: for ten thousand of them at once a browser would take many seconds. */
export function Paged<Line>({lines, held, children}: Props<Line>) {
  const [turned, turn] = useState<Turned>({page: 0})
  const page = pageShown(turned, held)
  const start = page * linesEach
  const end = Math.min(start + linesEach, lines.length)
  const turnTo = (to: number) => turn({page: to, held})
  return (
    <Stack gap={4}>
      {children(lines.slice(start, end))}
      {lines.length > linesEach && (
        <Flex as="nav" aria-label="Lines" gap={3} align="center" wrap="wrap">
          <Turn text="Earlier lines" disabled={start === 0} onClick={() => turnTo(page - 1)} />
          <Text size={1} role="status">
            {`Lines ${start + 1} to ${end} of ${lines.length}`}
          </Text>
          <Turn
            text="Later lines"
            disabled={end === lines.length}
            onClick={() => turnTo(page + 1)}
          />
        </Flex>
      )}
    </Stack>
  )
}

/** The page turned to last, and what was held then; turning away from that is the editor's choice. */
type Turned = {page: number; held?: Held}

/** The page turned to last, unless what has to be in sight since is on none of its lines. */
export function pageShown({page, held: former}: Turned, held: Held | undefined): number {
  if (!held || held.first === former?.first) return page
  const isInSight = held.first < (page + 1) * linesEach && held.last >= page * linesEach
  return isInSight ? page : Math.floor(held.first / linesEach)
}

function Turn(props: {text: string; disabled: boolean; onClick: () => void}) {
  return <Button mode="ghost" fontSize={1} padding={3} {...props} />
}
