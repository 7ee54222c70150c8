import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Page} from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

type Violation = {id: string; impact: string | null; nodes: {target: string[]; html: string}[]}
type Axe = {run: (context: object, options: object) => Promise<{violations: Violation[]}>}

/** Colours that are still on their way to others are nobody's finding. */
const coloursRest = () =>
  document
    .getAnimations()
    .every((one) => !(one instanceof CSSTransition) || one.playState !== 'running')

/**
 * What axe finds serious or critical in the parts of the page that are ours: `[data-ui]` of the Studio's own frame, its
 * lists and its form are left out.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  await page.waitForFunction(coloursRest)
  const violations = await page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: Axe}
    const ours = document.querySelectorAll('[data-copydesk]')
    const {violations: all} = await axe.run({include: [...ours]}, {iframes: false})
    return all
  })
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`)
}
