import {Badge, type BadgeTone, Button, Card, Stack, Text} from '@sanity/ui'
import {type ReactNode, useState} from 'react'
import {fieldTitle} from '../source/origin.ts'
import type {Row, RowState} from './rows.ts'
import {tableStyle} from './tableStyle.ts'
import {changedWords} from './words.ts'

const states: Record<RowState, {title: string; tone: BadgeTone}> = {
  same: {title: 'Same', tone: 'default'},
  source: {title: 'Changed at the source', tone: 'primary'},
  story: {title: 'Edited here', tone: 'positive'},
  both: {title: 'Different', tone: 'caution'},
}

/** More rows than this are shown only when asked for. */
const rowsMax = 200

/** Absent where there is nothing to decide, or nobody who may. */
type Decisions = {onTake?: (row: Row) => void; onKeep?: (row: Row) => void}
type Props = {rows: readonly Row[]; hasLast: boolean} & Decisions

export function CompareTable({rows, hasLast, onTake, onKeep}: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : foremost(rows)
  return (
    <Card border radius={2} className="copydesk-compare">
      <style href="copydesk-compare" precedence="default">
        {tableStyle}
      </style>
      <table>
        <thead>
          <tr>
            <Head width="12%">Field</Head>
            {hasLast && <Head width="22%">Last imported</Head>}
            <Head>Source now</Head>
            <Head>Story now</Head>
            <Head width="17%">Decision</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <TableRow
              key={row.id}
              row={row}
              isFirst={shown[at - 1]?.field !== row.field}
              hasLast={hasLast}
              onTake={onTake}
              onKeep={onKeep}
            />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button
          mode="bleed"
          width="fill"
          text={`Show all ${rows.length} rows`}
          onClick={() => setAll(true)}
        />
      )}
    </Card>
  )
}

/** Of a very long story the differences alone, and no more of them than a browser shows at once. */
function foremost(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= rowsMax) return rows
  return rows.filter(({state}) => state !== 'same').slice(0, rowsMax)
}

type RowProps = {row: Row; isFirst: boolean; hasLast: boolean} & Decisions

function TableRow({row, isFirst, hasLast, onTake, onKeep}: RowProps) {
  const {field, last, source, story, state, conflicts} = row
  const muted = state === 'same'
  return (
    <tr data-state={state} className={conflicts.length > 0 ? 'waiting' : undefined}>
      <th scope="row">
        <Text size={1} muted={!isFirst} weight={isFirst ? 'medium' : 'regular'}>
          {fieldTitle(field)}
        </Text>
      </th>
      {hasLast && (
        <td data-column="Last imported">
          <Text size={1} muted dir="auto" style={anywhere}>
            {last}
          </Text>
        </td>
      )}
      <td data-column="Source now">
        <Words text={source} other={story} muted={muted} />
      </td>
      <td data-column="Story now">
        <Words text={story} other={source} muted={muted} />
      </td>
      <td>
        <Stack gap={2}>
          <span>
            <Badge tone={states[state].tone}>{states[state].title}</Badge>
          </span>
          {onTake && state !== 'same' && (
            <Decide label={`Take source’s: ${name(row)}`} onClick={() => onTake(row)}>
              Take source’s
            </Decide>
          )}
          {onKeep && conflicts.length > 0 && (
            <Decide label={`Keep mine: ${name(row)}`} onClick={() => onKeep(row)}>
              Keep mine
            </Decide>
          )}
        </Stack>
      </td>
    </tr>
  )
}

function Decide(props: {label: string; onClick: () => void; children: string}) {
  return (
    <Button
      mode="ghost"
      fontSize={1}
      padding={2}
      aria-label={props.label}
      text={props.children}
      onClick={props.onClick}
    />
  )
}

function Words({text, other, muted}: {text?: string; other?: string; muted: boolean}) {
  if (text === undefined) return null
  return (
    <Text size={1} muted={muted} dir="auto" style={anywhere}>
      {changedWords(text, muted ? text : other).map(({start, text: words, changed}) =>
        changed ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
      )}
    </Text>
  )
}

function Head({children, width}: {children: ReactNode; width?: string}) {
  return (
    <th scope="col" style={{width}}>
      <Text size={1} weight="semibold">
        {children}
      </Text>
    </th>
  )
}

/** What a screen reader says of the row: the field, and the first words where a field has many rows. */
function name({field, source, story}: Row): string {
  const words = (story ?? source ?? '').split(/\s+/).slice(0, 5).join(' ')
  return field === 'body' || field === 'relatedLinks' ? `“${words}…”` : fieldTitle(field)
}

const anywhere = {overflowWrap: 'anywhere'} as const
