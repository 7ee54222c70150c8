import type {DocumentActionComponent} from 'sanity'
import {detachAction} from './detach.ts'
import {withoutFormerSlugs} from './duplicate.ts'
import {importAgainAction} from './importAgain.ts'
import {keepAction} from './keep.ts'
import {keepingFormerSlugs} from './publish.ts'
import {resolveAction} from './resolve.ts'
import {takeAction} from './take.tsx'
import {rememberingSlug} from './unpublish.ts'

type Change = (action: DocumentActionComponent) => DocumentActionComponent

/** Actions of Studio's own that mind a story's old addresses, too. */
const changes: Partial<Record<string, Change>> = {
  publish: keepingFormerSlugs,
  unpublish: rememberingSlug,
  duplicate: withoutFormerSlugs,
}

/** Studio's actions for a story, and those that only an imported one has. */
export function storyActions(known: readonly DocumentActionComponent[]): DocumentActionComponent[] {
  return [
    ...known.map(changed),
    keepAction,
    takeAction,
    resolveAction,
    importAgainAction,
    detachAction,
  ]
}

/** Studio tells actions apart by identity, and asks for them often. */
const done = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

function changed(action: DocumentActionComponent): DocumentActionComponent {
  const found = done.get(action) ?? changes[action.action ?? '']?.(action) ?? action
  done.set(action, found)
  return found
}
