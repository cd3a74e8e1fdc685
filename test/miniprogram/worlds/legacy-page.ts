/** Functions that run in the legacy world's browser page; each must stand alone. */
interface Drawn {
  dom: Element
  instance: Record<string, unknown>
  attach(parent: Element): void
  detach(): void
  setData(values: Record<string, unknown>): void
  querySelector(selector: string): Drawn | undefined
  dispatchEvent(name: string, options: { bubbles?: boolean; detail?: unknown }): void
  addEventListener(name: string, hear: (event: { detail: unknown }) => void): void
}

interface Legacy {
  ids: Map<string, string>
  events: Map<string, string[]>
  root?: Drawn
  heard: [string, unknown][]
}

type Definition = Record<string, unknown>

declare global {
  interface Window {
    legacy?: Legacy
    simulate: {
      load(path: string, tag: string, options: object): string
      render(id: string, given: object): Drawn
    }
    __FILE_MAP__: Record<string, unknown>
  }
}

/** Gives miniprogram-simulate its files, with modules that are run once as in WeChat, and pages drawn as components. */
export function loadLegacy([files, templates]: readonly [Record<string, string>, string]): void {
  const page = window as unknown as Record<string, unknown>
  const kept = new Map<string, { exports: unknown }>()
  const run = (path: string, fresh: boolean): unknown => {
    const known = kept.get(path)
    if (known && !fresh) return known.exports
    const code = files[`${path}.js`] ?? files[`${path}/index.js`]
    if (code === undefined) throw new Error(`no module ${path}`)
    const module = { exports: {} as unknown }
    if (!fresh) kept.set(path, module)
    const require = (asked: string) =>
      run(new URL(asked, `file://${path}`).pathname.replace(/\.js$/, ''), false)
    new Function('require', 'module', 'exports', code)(require, module, module.exports)
    return module.exports
  }
  page.runModule = run
  const drawn = page.Component as (definition: Definition) => void
  // A page's own fields are each page's own, as on WeChat.
  page.Page = ({ data, ...own }: Definition) => {
    const isMethod = ([, value]: [string, unknown]) => typeof value === 'function'
    const fields = Object.entries(own).filter((entry) => !isMethod(entry))
    drawn({
      data,
      methods: Object.fromEntries(Object.entries(own).filter(isMethod)),
      created(this: object) {
        Object.assign(this, structuredClone(Object.fromEntries(fields)))
      },
    })
  }
  // miniprogram-simulate's storage forgets.
  const stored = new Map<string, unknown>()
  Object.assign(page.wx as object, {
    getStorageSync: (key: string) => structuredClone(stored.get(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void stored.delete(key),
  })
  page.getApp = () => ({})
  page.getCurrentPages = () => []
  const gwx = new Function(`window.__webview_engine_version__ = 0.02; ${templates}`)() as (
    path: string,
  ) => unknown
  const map: Record<string, unknown> = {}
  for (const [path, text] of Object.entries(files)) {
    map[path] = path.endsWith('.js') ? `runModule(${JSON.stringify(path.slice(0, -3))}, true)` : text
    if (path.endsWith('.json') && files[path.replace(/json$/, 'js')] !== undefined)
      map[path.replace(/json$/, 'wxml')] = gwx(path.slice(1).replace(/json$/, 'wxml'))
  }
  window.__FILE_MAP__ = map
  window.legacy = { ids: new Map(), events: new Map(), heard: [] }
}

export function showLegacy([path, properties]: readonly [string, Record<string, unknown>]): void {
  const legacy = window.legacy as Legacy
  legacy.root?.detach()
  legacy.heard = []
  const id = legacy.ids.get(path) ?? window.simulate.load(`/${path}`, 'main', { rootPath: '' })
  legacy.ids.set(path, id)
  const root = window.simulate.render(id, properties)
  for (const name of ['change', 'done', 'close', 'act', 'recorded'])
    root.addEventListener(name, ({ detail }) => legacy.heard.push([name, detail]))
  root.attach(document.body)
  legacy.root = root
}

/** A page's lifecycle function, where it has one. */
export function callLegacy([name, argument]: readonly [string, unknown?]): void {
  const { instance } = window.legacy?.root as Drawn
  const method = instance[name] as ((given: unknown) => void) | undefined
  method?.call(instance, argument)
}

/** The legacy framework's fields are empty tags: only the event can be given. */
export function typeLegacy([name, value]: readonly [string, string]): void {
  const field = window.legacy?.root?.querySelector(`.${name}`)
  if (!field) throw new Error(`.${name} is not in the component's own template`)
  field.dispatchEvent('input', { bubbles: true, detail: { value } })
}
