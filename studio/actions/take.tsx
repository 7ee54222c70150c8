import {DownloadIcon} from '@sanity/icons/Download'
import {Button, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import type {Article} from '../../importer/documents.ts'
import {compareRows, type Row} from '../compare/rows.ts'
import {settledBy, takeAll} from '../compare/take.ts'
import {useSides} from '../compare/useSides.ts'
import {formClosed, useEditStory} from '../record/useEditStory.ts'
import {type StoredRecord, useRecord} from '../record/useRecord.ts'
import {useSettle} from '../record/useSettle.tsx'
import {fieldTitle} from '../source/origin.ts'

/** The source's words in place of the story's: of all fields, or of one. */
export const takeAction: DocumentActionComponent = ({id, draft, published, version}) => {
  const [isOpen, setOpen] = useState(false)
  const {value: record} = useRecord(id)
  const mayEdit = useEditStory() !== undefined
  const story = (version ?? draft ?? published) as Partial<Article> | null
  if (!record?.text || !story) return null
  const close = () => setOpen(false)
  return {
    label: "Take the source's version…",
    icon: DownloadIcon,
    disabled: !mayEdit,
    title: mayEdit ? undefined : formClosed,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: "Take the source's version",
      onClose: close,
      content: <TakeDialog record={record} story={story} onDone={close} />,
    },
  }
}

type Props = {record: StoredRecord; story: Partial<Article>; onDone: () => void}

function TakeDialog({record, story, onDone}: Props) {
  const sides = useSides(record, story)
  const edit = useEditStory()
  const settle = useSettle(record)
  if (!sides) return <Text size={1}>Reading the raw text…</Text>
  const rows = compareRows(sides, record.conflicts)
  const differing = rows.filter(({state}) => state !== 'same')
  const take = (chosen: Row[]) => {
    edit?.(takeAll(chosen, sides.source))
    settle?.(settledBy(chosen, rows))
    onDone()
  }
  if (differing.length === 0) return <Text size={1}>Story and source say the same.</Text>
  const fields = [...new Set(differing.map(({field}) => field))]
  return (
    <Stack gap={3}>
      <Text size={1}>What the story says there is replaced; its history keeps it.</Text>
      {fields.map((field) => (
        <Button
          key={field}
          mode="ghost"
          text={`Take the source's ${fieldTitle(field).toLowerCase()}`}
          onClick={() => take(rows.filter((row) => row.field === field))}
        />
      ))}
      <Button text="Take everything" onClick={() => take(rows)} />
    </Stack>
  )
}
