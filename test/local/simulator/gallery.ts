import type { FrameLocator, Page } from 'playwright-core'

/** The page on top, as a finger or a keyboard reaches it. */
export function glass(phone: Page): FrameLocator {
  return phone.frameLocator('.phone-page.top iframe')
}

/** What the gallery's page heard since it was last asked: [type, detail]. */
export async function heard(phone: Page): Promise<[string, unknown][]> {
  await phone.evaluate(() => window.phone.quiet())
  return phone.evaluate(() => {
    const { instance } = window.phone.currentPage() ?? {}
    const list = (instance?.heard ?? []) as [string, unknown][]
    if (instance) instance.heard = []
    return list
  })
}

/** A fresh page of the same phone, and nothing heard yet. */
export async function startAgain(phone: Page, url: string): Promise<void> {
  await phone.evaluate(async (target) => {
    await window.phone.callWxMethod('reLaunch', [{ url: target }])
    await window.phone.quiet()
    // What the page tells of its first drawing comes a few frames later.
    await new Promise((done) => setTimeout(done, 100))
  }, url)
  await heard(phone)
}

/** Sets the data of the page on top and waits until it is drawn. */
export async function setPage(phone: Page, change: Record<string, unknown>): Promise<void> {
  await phone.evaluate(async (values) => {
    window.phone.currentPage()?.instance.setData(values)
    await window.phone.quiet()
  }, change)
}

/** Calls `wx[name]`, whatever comes of it: the result, or the failure's fields. */
export function answerOf(
  phone: Page,
  name: string,
  options: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return phone.evaluate(
    ([method, given]) =>
      new Promise<Record<string, unknown>>((done) => {
        const call = window.phone.wx[method] as (options: object) => void
        call({ ...given, complete: (result: Record<string, unknown>) => done(result) })
      }),
    [name, options] as const,
  )
}

/** Starts `wx[name]`, waits for its prompt, answers it by `act`. */
export async function answered(
  phone: Page,
  name: string,
  options: Record<string, unknown>,
  act: () => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const answer = answerOf(phone, name, options)
  await act()
  return answer
}

/** Presses a button of a prompt by its words. */
export function press(phone: Page, words: string): Promise<void> {
  return phone
    .locator('.wx-prompt button, .wx-sheet button', { hasText: new RegExp(`^${words}`) })
    .last()
    .click()
}
