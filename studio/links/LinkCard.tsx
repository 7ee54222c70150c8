import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {IntentLink} from 'sanity/router'
import type {RelatedLink} from '../../importer/documents.ts'
import {useLive} from '../live/useLive.ts'
import {LinkPicker} from './LinkPicker.tsx'
import {linkState} from './state.ts'

type Props = {
  link: RelatedLink
  /** Published id of the story that the link stands in. */
  from: string
  readOnly?: boolean
  /** Another story, or undefined to leave the link as text. */
  onResolve: (story: string | undefined) => void
}

/** A related link with its state, where it leads, and a way to lead it elsewhere. */
export function LinkCard(props: Props) {
  return (
    <Card border radius={2} padding={3}>
      <Stack gap={3}>
        <Text size={1} weight="medium" dir="auto">
          {props.link.title}
        </Text>
        <Target link={props.link} />
        <LinkControls {...props} />
      </Stack>
    </Card>
  )
}

/** How a link stands, and the buttons that change it. */
export function LinkControls({link, from, readOnly, onResolve}: Props) {
  const [isPicking, setPicking] = useState(false)
  const {title, tone} = linkState(link)
  const find = link.article ? 'Choose another story' : 'Find its story'
  const resolve = (story: string | undefined) => {
    setPicking(false)
    onResolve(story)
  }
  return (
    <Stack gap={3}>
      <Flex gap={2} align="center" wrap="wrap">
        <Badge tone={tone}>{title}</Badge>
        {!readOnly && (
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            aria-expanded={isPicking}
            aria-label={`${find}: ${link.title}`}
            text={find}
            onClick={() => setPicking(!isPicking)}
          />
        )}
        {!readOnly && (link.article || link.match !== 'editor') && !link.url && (
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            aria-label={`Leave as text: ${link.title}`}
            text="Leave as text"
            onClick={() => resolve(undefined)}
          />
        )}
      </Flex>
      {isPicking && <LinkPicker title={link.title} from={from} onPick={resolve} />}
    </Stack>
  )
}

function Target({link: {article, url}}: {link: RelatedLink}) {
  if (article) return <TargetStory id={article._ref} />
  if (!url) return null
  return (
    <Text size={1} muted>
      {url}
    </Text>
  )
}

function TargetStory({id}: {id: string}) {
  const {value, loading} = useLive<{title?: string} | null>(
    '*[_id == $id][0]{title}',
    {id},
    {
      listen: '*[_id == $id]',
      perspective: 'drafts',
    },
  )
  if (loading) return null
  return (
    <Text size={1} muted>
      {value ? (
        <IntentLink intent="edit" params={{id, type: 'article'}}>
          {value.title ?? 'Untitled'}
        </IntentLink>
      ) : (
        'The story it led to is gone.'
      )}
    </Text>
  )
}
