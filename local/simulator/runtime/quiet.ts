import { inFlight } from '../wx/family'
import type { TheScreen } from './screen'
import type { TheRouter } from './the-router'

/**
 * Waits until nothing is under way: no navigation, no wx call but those whose prompt waits for the person, fonts loaded.
 * @param timeout ms after which it gives up waiting, without an error
 */
export async function quiet(router: TheRouter, screen: TheScreen, timeout: number): Promise<void> {
  const until = Date.now() + timeout
  do {
    await milliseconds(16)
  } while ((router.moving > 0 || inFlight() > screen.shown) && Date.now() < until)
  await milliseconds(16)
  const fonts = [document, router.top()?.window.document].map((ground) => ground?.fonts.ready)
  await Promise.race([Promise.all(fonts), milliseconds(timeout)])
  await milliseconds(16)
}

function milliseconds(span: number): Promise<void> {
  return new Promise((done) => setTimeout(done, span))
}
