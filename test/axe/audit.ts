import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What belongs to WeChat's own shell and not to a page of ours. */
const notOurs = ['document-title', 'html-has-lang', 'meta-viewport', 'frame-title', 'bypass']

/** What axe finds that keeps somebody out: `rule: selector (why)`, serious and critical ones only. */
export async function seriousFindings(frame: Frame): Promise<string[]> {
  await frame.evaluate(source)
  const { violations } = await frame.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<AxeResults> }
    }
    return axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
      resultTypes: ['violations'],
    })
  }, notOurs)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all }) => {
        const why = [...any, ...all].map(({ message }) => message)[0] ?? ''
        return `${id}: ${html.replace(/\s+/g, ' ').slice(0, 160)} (${why.slice(0, 160)})`
      }),
    )
}

/** Things to tap that are smaller than a finger, and things without words for a screen reader. */
export async function unfitForHands(frame: Frame, least: number): Promise<string[]> {
  return frame.evaluate((px) => {
    const tappable = '[role=button], [role=radio], [role=checkbox], [role=tab], [role=link], button'
    const seen = [...document.querySelectorAll<HTMLElement>(tappable)].filter((one) => {
      const { width, height } = one.getBoundingClientRect()
      return width > 0 && height > 0 && getComputedStyle(one).visibility !== 'hidden'
    })
    return seen.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      const said = (one.getAttribute('aria-label') ?? one.innerText).trim().slice(0, 20)
      const name = `${one.className.slice(0, 60)} “${said}”`
      return [
        ...(said ? [] : [`no words: ${name} ${one.outerHTML.slice(0, 120)}`]),
        ...(Math.min(width, height) < px - 0.5
          ? [`${Math.round(width)} × ${Math.round(height)} px: ${name}`]
          : []),
      ]
    })
  }, least)
}
