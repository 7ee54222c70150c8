import type {DocumentActionComponent, DocumentActionProps} from 'sanity'

/** Studio's Duplicate without the story's former slugs: the old addresses go on leading to one story. */
export function withoutFormerSlugs(duplicate: DocumentActionComponent): DocumentActionComponent {
  const action = (props: DocumentActionProps) =>
    duplicate({...props, mapDocument} as DocumentActionProps)
  action.action = duplicate.action
  action.displayName = duplicate.displayName
  return action
}

function mapDocument<Story extends object>(story: Story): Story {
  const {formerSlugs: _former, ...copy} = story as Story & {formerSlugs?: string[]}
  return copy as Story
}
