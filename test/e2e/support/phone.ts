import automator from 'miniprogram-automator'
import { nextPicture } from './pictures'

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
export type PageElement = NonNullable<
  Awaited<ReturnType<NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>['$']>>
>

/** ms that something may take to appear. */
const PATIENCE = 15_000
const PAUSE = 50

/** A phone as a person uses it: they look for something, tap it, type, and look again. */
export interface TestPhone {
  /** The package's own object, for everything else. */
  readonly app: MiniProgram
  /** Opens a page with nothing below it. @param url `/pages/x/x?a=1` */
  open(url: string): Promise<void>
  path(): Promise<string>
  /**
   * Waits for an element, the first where there are several.
   * @param selector `.card`, or into components by `van-field#name >>> input`
   * @param text that it must contain
   * @throws Error naming the page and what it shows instead, with a picture taken.
   */
  see(selector: string, text?: string | RegExp): Promise<PageElement>
  /** All that are there now. */
  all(selector: string): Promise<PageElement[]>
  text(selector: string): Promise<string>
  /** Waits until nothing matches any more. */
  gone(selector: string): Promise<void>
  tap(selector: string, text?: string | RegExp): Promise<void>
  /** Types into an input or a textarea: the element itself, or the one inside a component. */
  fill(selector: string, words: string): Promise<void>
  /** Into artifacts/e2e/<test>/<n>.png. */
  picture(): Promise<void>
  /** Cuts the phone's network, or mends it. Not in DevTools. */
  offline(cut: boolean): Promise<void>
  close(): void
}

export async function connectPhone(wsEndpoint: string): Promise<TestPhone> {
  const app = await automator.connect({ wsEndpoint })
  const page = async () => {
    const present = await app.currentPage()
    if (!present) throw new Error('no page is open')
    return present
  }

  async function all(selector: string): Promise<PageElement[]> {
    const [first = '', ...inner] = selector.split('>>>').map((part) => part.trim())
    let found: PageElement[] = await (await page()).$$(first)
    for (const part of inner) {
      const below = await Promise.all(found.map((element) => element.$$(part) as Promise<PageElement[]>))
      found = below.flat()
    }
    return found
  }

  async function match(selector: string, text?: string | RegExp): Promise<PageElement | undefined> {
    const found = await all(selector)
    if (text === undefined) return found[0]
    for (const element of found) {
      const words = await element.text()
      if (typeof text === 'string' ? words.includes(text) : text.test(words)) return element
    }
    return undefined
  }

  async function see(selector: string, text?: string | RegExp): Promise<PageElement> {
    const found = await patiently(() => match(selector, text))
    if (found !== undefined) return found
    await picture()
    const wanted = text === undefined ? selector : `${selector} with ${text}`
    throw new Error(`${wanted} did not appear on ${(await page()).path}, which shows: ${await everything()}`)
  }

  async function everything(): Promise<string> {
    const words = await Promise.all(
      (await (await page()).$$('view')).map((element: PageElement) => element.text()),
    )
    return words.reduce((longest: string, one: string) => (one.length > longest.length ? one : longest), '')
  }

  async function picture(): Promise<void> {
    await app.screenshot({ path: nextPicture() })
  }

  return {
    app,
    see,
    all,
    picture,
    async open(url) {
      await app.callWxMethod('reLaunch', { url })
    },
    path: async () => (await page()).path,
    text: async (selector) => (await see(selector)).text(),
    async gone(selector) {
      const isGone = await patiently(async () => ((await all(selector)).length === 0 ? true : undefined))
      if (!isGone) throw new Error(`${selector} is still there`)
    },
    async tap(selector, text) {
      await (await see(selector, text)).tap()
    },
    async fill(selector, words) {
      const field = (await see(selector)) as PageElement & { input?: (words: string) => Promise<void> }
      const inner = field.input ? field : ((await field.$('input')) ?? (await field.$('textarea')))
      const { input } = (inner ?? {}) as { input?: (words: string) => Promise<void> }
      if (input === undefined) throw new Error(`${selector} holds no field`)
      await input.call(inner, words)
    },
    async offline(cut) {
      await app.evaluate(setNetwork, cut ? 'none' : 'wifi')
    },
    close: () => app.disconnect(),
  }
}

/** Runs inside the phone, where the stage's own handle is. */
function setNetwork(type: 'none' | 'wifi'): void {
  const host = globalThis as { phone?: { network: { change(type: string): void } } }
  if (host.phone === undefined) throw new Error('only the stage can cut the network')
  host.phone.network.change(type)
}

async function patiently<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
  const until = Date.now() + PATIENCE
  do {
    // A page that goes away while it is looked at is looked for again.
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  } while (Date.now() < until)
  return undefined
}
