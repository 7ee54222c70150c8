import {notFound, permanentRedirect} from 'next/navigation'
import {StoryPage} from './StoryPage'
import {findMoved, loadStory} from './stories'

export default async function Page({params}: {params: Promise<{slug: string}>}) {
  const {slug} = await params
  const story = await loadStory(slug)
  if (story) return <StoryPage story={story} />
  const moved = await findMoved(slug)
  if (moved) permanentRedirect(`/story/${moved}`)
  notFound()
}
