import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {LinkRemovedIcon} from '@sanity/icons/LinkRemoved'
import {SyncIcon} from '@sanity/icons/Sync'
import type {ComponentType, SVGProps} from 'react'
import {type Pressing, usePressing} from './pressing.ts'

type Mark = {title: string; icon: ComponentType<SVGProps<SVGSVGElement>>; color: string}

const marks: Record<Pressing, Mark> = {
  conflict: {
    title: 'Conflict',
    icon: SyncIcon,
    color: 'var(--card-badge-critical-icon-color)',
  },
  vanished: {
    title: 'Source vanished',
    icon: LinkRemovedIcon,
    color: 'var(--card-badge-caution-icon-color)',
  },
}

/** A story's picture in lists: what it waits for, if anything. */
export function StoryMark({story}: {story: string}) {
  const standing = usePressing(story)
  if (!standing) return <DocumentTextIcon />
  const {title, icon: Icon, color} = marks[standing]
  return (
    <span role="img" aria-label={title} title={title}>
      <Icon aria-hidden style={{color}} />
    </span>
  )
}
