import type { CompiledApp } from './bundle-format'
import { positionsIn } from './overlay'
import { ThePhone, type PhoneSettings } from './the-phone'
import type { PhoneHost } from './host'

declare global {
  interface Window {
    phone: PhoneHost
    phoneBundle: (app: CompiledApp) => void
    /** Called by the server's script where it watches. @param saves how many it had seen when this source was loaded */
    phoneFollow: (saves: number) => void
  }
}

/** CSS px of a phone in a case. */
const framedSize = { width: 375, height: 812 }

function settings(): PhoneSettings {
  const given = new URLSearchParams(window.location.search)
  const framed = given.get('frame') === 'device'
  const path = new URLSearchParams(window.location.hash.slice(1)).get('path') ?? given.get('path')
  const mount = new URL('./', window.location.href).pathname
  return {
    person: given.get('person') ?? 'guest',
    cloudUrl: given.get('cloud') ?? document.documentElement.dataset.cloud ?? null,
    path: path?.replace(/^\//, '') ?? null,
    framed,
    clockOffset: Number(given.get('clock') ?? 0),
    fontSize: Number(given.get('font') ?? 17),
    sdkVersion: given.get('sdk') ?? '3.8.12',
    mount,
    size: framed ? framedSize : { width: window.innerWidth, height: window.innerHeight },
    origins: (stack) => originsOf(mount, stack),
  }
}

/** Asks the server where the positions of a stack come from. @returns `file:line:column`, outermost call last. */
async function originsOf(mount: string, stack: string): Promise<string[]> {
  const positions = positionsIn(stack, 'app.js')
  if (positions.length === 0) return []
  const at = positions.map(({ line, column }) => `${line}:${column}`).join(',')
  try {
    const answer = await fetch(`${mount}origins?at=${at}`)
    const origins = (await answer.json()) as ({ file: string; line: number; column: number } | null)[]
    return origins.flatMap((origin) => (origin ? [`${origin.file}:${origin.line}:${origin.column}`] : []))
  } catch {
    return []
  }
}

/**
 * Reloads when the source changed, and comes back to the page that was open. A phone in somebody's frame is told by them
 * (`sourcechanged`): a browser opens only six connections to a server, and listening holds one.
 */
function followChanges(phone: PhoneHost, mount: string, saves: number): void {
  const reload = () => {
    const page = phone.currentPage()
    if (page) {
      const query = new URLSearchParams(page.query).toString()
      const path = query ? `${page.path}?${query}` : page.path
      window.location.hash = new URLSearchParams({ path }).toString()
    }
    window.location.reload()
  }
  if (window.parent === window) {
    new EventSource(`${mount}changes?since=${saves}`).addEventListener('changed', reload)
    return
  }
  window.addEventListener('sourcechanged', reload)
  // A save while this phone was loading was told to nobody.
  void fetch(`${mount}saves`)
    .then((answer) => answer.json())
    .then((now) => Number(now) > saves && reload())
}

window.phoneBundle = (app) => {
  const known = settings()
  const phone = new ThePhone(app, known)
  window.phone = phone
  window.addEventListener('error', (event) => phone.fail(event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => {
    phone.signals.emit('unhandledRejection', { reason: event.reason })
    // An API's own failure that no one caught is the app's to handle; WeChat only prints it.
    if ((event.reason as { errMsg?: string } | undefined)?.errMsg) phone.warn(String(event.reason.errMsg))
    else phone.fail(event.reason)
  })
}

window.phoneFollow = (saves) =>
  followChanges(window.phone, new URL('./', window.location.href).pathname, saves)
