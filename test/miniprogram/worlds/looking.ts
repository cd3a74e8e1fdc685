import type { ElementHandle, Frame } from 'playwright-core'
import { expect } from 'vitest'

/** Elements of a class whatever prefix it has (`main--chip`, `chip`), or of a `wx-` tag. */
async function seek(frame: Frame, name: string): Promise<ElementHandle<HTMLElement>[]> {
  const list = await frame.evaluateHandle((wanted) => {
    const named = (element: Element) =>
      element.tagName.toLowerCase() === wanted ||
      [...element.classList].some((one) => one === wanted || one.endsWith(`--${wanted}`))
    return [...document.body.querySelectorAll('*')].filter(named)
  }, name)
  const handles = [...(await list.getProperties()).values()]
  return handles.map((handle) => handle as ElementHandle<HTMLElement>)
}

const bare = (words: string) => words.replace(/\s/g, '')

/** What both worlds do alike once something is drawn in a frame. */
export function looking(frame: Frame) {
  const words = async () => bare(await frame.locator('body').innerText())
  const texts = async (name: string) =>
    Promise.all((await seek(frame, name)).map(async (element) => bare(await element.innerText())))
  return {
    words,
    texts,
    says: (wanted: string) => expect.poll(words).toContain(bare(wanted)),
    count: async (name: string) => (await seek(frame, name)).length,
    /** Waits until there is one. @throws where none appears */
    async one(name: string, holding = ''): Promise<ElementHandle<HTMLElement>> {
      let found: ElementHandle<HTMLElement> | undefined
      await expect
        .poll(
          async () => {
            const [elements, held] = [await seek(frame, name), await texts(name)]
            found = elements[held.findIndex((text) => text.includes(bare(holding)))]
            return found !== undefined
          },
          { message: `.${name} ${holding}` },
        )
        .toBe(true)
      return found as ElementHandle<HTMLElement>
    },
  }
}
