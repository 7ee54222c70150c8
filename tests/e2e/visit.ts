import type {Page} from 'playwright-core'

/** The last thing that Studio asks for before it stands. */
const laidOut = /\/journey\/comments/

/**
 * Opens an address of the Studio. Once Studio knows what its project may do, it lays itself out anew and mounts every tool
 * again: what was clicked before is lost.
 */
export async function visit(page: Page, address: string): Promise<void> {
  await Promise.all([page.waitForRequest(laidOut), page.goto(address)])
}
