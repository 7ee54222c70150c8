import {Box, Card, Heading, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {getPublishedId} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import type {RelatedLink} from '../../importer/documents.ts'
import {useLive} from '../live/useLive.ts'
import {useEditStory} from '../record/useEditStory.ts'
import type {TitledStory} from './candidates.ts'
import {LinkCard} from './LinkCard.tsx'
import {resolveLink, unresolveLink} from './state.ts'

const incomingMax = 100
const incomingQuery = `*[_type == "article" && references($id) && !(_id in path("versions.**"))]
  | order(_updatedAt desc)[0...${incomingMax}]{_id, title}`

/** What a story links to, and who links here. */
export const LinksView: UserViewComponent = ({documentId, document}) => {
  const id = getPublishedId(documentId)
  const links = (document.displayed.relatedLinks ?? []) as RelatedLink[]
  return (
    <Box height="fill" overflow="auto" padding={4} data-copydesk="links">
      <Stack gap={6}>
        <Outgoing id={id} links={links} />
        <Incoming id={id} />
      </Stack>
    </Box>
  )
}

function Outgoing({id, links}: {id: string; links: RelatedLink[]}) {
  const edit = useEditStory()
  return (
    <Group title={`This story links to ${links.length}`}>
      {links.map((link) => (
        <LinkCard
          key={link._key}
          link={link}
          from={id}
          readOnly={!edit}
          onResolve={(story) =>
            edit?.(story ? resolveLink(link._key, story) : unresolveLink(link._key))
          }
        />
      ))}
      {links.length === 0 && <Nothing>The copy names no related stories.</Nothing>}
    </Group>
  )
}

function Incoming({id}: {id: string}) {
  const {value: stories = []} = useLive<TitledStory[]>(
    incomingQuery,
    {id},
    {
      listen: '*[_type == "article" && references($id)]',
      perspective: 'drafts',
    },
  )
  return (
    <Group
      title={`${stories.length} ${stories.length === 1 ? 'story links' : 'stories link'} here`}
    >
      {stories.map((story) => (
        <Card key={story._id} border radius={2} padding={3}>
          <Text size={1} weight="medium">
            <IntentLink intent="edit" params={{id: getPublishedId(story._id), type: 'article'}}>
              {story.title}
            </IntentLink>
          </Text>
        </Card>
      ))}
      {stories.length === 0 && <Nothing>No story links here yet.</Nothing>}
    </Group>
  )
}

function Group({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack as="section" gap={3}>
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

function Nothing({children}: {children: string}) {
  return (
    <Text size={1} muted>
      {children}
    </Text>
  )
}
