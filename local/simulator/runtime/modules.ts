/** The phone's `require`: runs the app's CommonJS modules, each once, in the scope that WeChat gives. */

/** As the bundle hands them over. */
export interface CompiledModule {
  requires: Readonly<Record<string, string>>
  run: (...given: unknown[]) => void
}

/** Names a module sees beside `require`, `module` and `exports`, in the bundle's order. */
export interface ModuleScope {
  wx: unknown
  App: unknown
  Page: unknown
  Component: unknown
  Behavior: unknown
  getApp: unknown
  getCurrentPages: unknown
  console: Console
  Date: DateConstructor
  requirePlugin: (name: string) => object
}

export class Modules {
  private readonly exported = new Map<string, { exports: unknown }>()
  private running: string[] = []

  constructor(
    private readonly compiled: Readonly<Record<string, CompiledModule>>,
    private readonly scope: ModuleScope,
  ) {}

  /** The unit (`pages/a/a`) whose script is running: to it Page() and Component() belong. */
  unitRunning(): string {
    return (this.running.at(-1) ?? '').replace(/\.(ts|js)$/, '')
  }

  /** Runs the script of a unit, if it has not run yet. @throws what the script throws */
  runUnit(unit: string): void {
    const path = [`${unit}.ts`, `${unit}.js`].find((candidate) => candidate in this.compiled)
    if (path === undefined) throw new Error(`没有脚本 ${unit}`)
    this.load(path)
  }

  private load(path: string): unknown {
    const known = this.exported.get(path)
    if (known) return known.exports
    const compiled = this.compiled[path]
    if (!compiled) throw new Error(`没有模块 ${path}`)
    const module = { exports: {} as unknown }
    this.exported.set(path, module)
    this.running.push(path)
    try {
      const { wx, App, Page, Component, Behavior, getApp, getCurrentPages, console, Date } = this.scope
      const given = [wx, App, Page, Component, Behavior, getApp, getCurrentPages, console, Date]
      const none = () => {
        throw new Error('这部手机不是插件')
      }
      compiled.run.call(
        undefined,
        this.requireFrom(path, compiled),
        module,
        module.exports,
        ...given,
        this.scope.requirePlugin,
        none,
      )
    } catch (error) {
      this.exported.delete(path)
      throw error
    } finally {
      this.running.pop()
    }
    return module.exports
  }

  private requireFrom(path: string, compiled: CompiledModule) {
    const find = (specifier: string): unknown => {
      const target = compiled.requires[specifier]
      if (target === undefined)
        throw new Error(`module '${specifier}' is not defined, require args is '${path}'`)
      return this.load(target)
    }
    return Object.assign(find, {
      async: (specifier: string) => Promise.resolve().then(() => find(specifier)),
    })
  }
}
