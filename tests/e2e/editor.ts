import {expect} from '@jest/globals'
import type {Locator, Page} from 'playwright-core'
import {eventually} from './eventually.ts'

/** The title's field in the form. */
export function titleOf(page: Page): Locator {
  return page.locator('[data-testid="field-title"] input').first()
}

export async function publish(page: Page): Promise<void> {
  await page.locator('[data-testid="action-publish"]:not([data-disabled="true"])').click()
}

export async function expectValue(field: Locator, value: string): Promise<void> {
  await expect(eventually(async () => (await field.inputValue()) === value)).resolves.toBe(true)
}

/** Chooses from the menu beside Publish. */
export async function choose(page: Page, action: RegExp): Promise<void> {
  await page.locator('[data-testid="action-menu-button"]:not([disabled])').click()
  await page.getByRole('menuitem', {name: action}).click()
}

/** Takes the story back to an event of its history, by Studio's own means. */
export async function revertTo(page: Page, event: string): Promise<void> {
  await page.getByTestId('pane-context-menu-button').last().click()
  await page.getByRole('menuitem', {name: 'History'}).click()
  await page.getByTestId('timeline-item-button').filter({hasText: event}).last().click()
  await page.getByRole('button', {name: 'Revert to revision'}).click()
  await page.getByTestId('confirm-popover-confirm-button').click()
}
