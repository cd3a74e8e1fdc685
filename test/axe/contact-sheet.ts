import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser } from 'playwright-core'

/** Pictures side by side, each with its name, so that a look at a whole set takes minutes. px */
const width = { narrow: 330, wide: 640 }
const tallest = 1500

/** @param files PNGs; @param wide of a computer's window */
export async function contactSheets(
  browser: Browser,
  folder: string,
  files: readonly string[],
  wide: boolean,
) {
  const columns = wide ? 3 : 6
  const each = wide ? width.wide : width.narrow
  const page = await browser.newPage({ viewport: { width: columns * (each + 12), height: 800 } })
  for (let from = 0; from < files.length; from += columns) {
    const shown = files.slice(from, from + columns).map((file) => {
      const source = `data:image/png;base64,${readFileSync(join(folder, file)).toString('base64')}`
      return `<figure><figcaption>${basename(file, '.png')}</figcaption><img src="${source}"></figure>`
    })
    await page.setContent(`<style>
      body { display: flex; align-items: flex-start; gap: 12px; margin: 0; background: #888; font: 14px sans-serif }
      figure { width: ${each}px; max-height: ${tallest}px; overflow: hidden; margin: 0 }
      img { width: 100% } figcaption { background: #fff }
    </style>${shown.join('')}`)
    const number = String(from / columns + 1).padStart(2, '0')
    await page.screenshot({ path: `${folder}-sheet-${number}.png`, fullPage: true })
  }
  await page.close()
}
