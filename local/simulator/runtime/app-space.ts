import type { GeneralBehavior, GeneralComponent, GeneralComponentDefinition } from 'glass-easel'
import { MiniProgramEnv, type CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Unit } from '../compiler/project'
import { wxsChangeFilter, wxsEventListener } from './events'
import type { CompiledApp } from './bundle-format'
import { formBehaviors } from './form-fields'
import type { PageStyles } from './page-backend'
import { getDateWith, getRegExp, wxsConstructorOf } from './wxs-globals'

interface Definition {
  behaviors?: unknown[]
  options?: { styleIsolation?: string; addGlobalClass?: boolean }
  [field: string]: unknown
}

/** Where the app's components live: registers what Page(), Component() and Behavior() are given. */
export class AppSpace implements PageStyles {
  readonly env = new MiniProgramEnv()
  readonly code: CodeSpace
  private readonly units: ReadonlyMap<string, Unit>
  private readonly scopes = new Map<string, string>()
  private readonly named = new Map<string, unknown>()
  private waiting: GeneralComponent[] = []

  constructor(
    private readonly app: CompiledApp,
    ShiftedDate: DateConstructor,
    private readonly unitRunning: () => string,
    builtins: (space: ReturnType<CodeSpace['getComponentSpace']>) => Map<string, GeneralComponentDefinition>,
  ) {
    this.code = this.env.createCodeSpace('app', true)
    this.units = new Map(app.rest.units.map((unit) => [unit.path, unit]))
    const space = this.code.getComponentSpace()
    // `dataset` is a legal property (van-button); written onto the node it would shadow the framework's own.
    space.updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true })
    const global = this.env.getGlobalCodeSpace().getComponentSpace()
    global.updateComponentOptions({ writeFieldsToNode: false })
    for (const [tag, definition] of builtins(global)) space.setGlobalUsingComponent(tag, definition)
    this.addReady()
    this.addNamedBehaviors()
    const getDate = getDateWith(ShiftedDate)
    const groups = app.templates(wxsEventListener, wxsChangeFilter, wxsConstructorOf, getRegExp, getDate)
    for (const path of this.units.keys()) {
      const content = groups[path]
      if (content) this.code.addCompiledTemplate(path, { groupList: groups, content })
    }
    for (const path of Object.keys(app.rest.styles)) {
      const scope = `${path.split('/').slice(-2, -1).join('') || path}-${this.scopes.size}`
      this.scopes.set(path, scope)
      this.code.addStyleSheet(path, path, scope)
    }
  }

  unit(path: string): Unit | undefined {
    return this.units.get(path)
  }

  /** A unit and everything it uses, the used ones first. */
  closure(path: string, seen = new Set<string>()): string[] {
    const unit = this.units.get(path)
    if (!unit || seen.has(path)) return []
    seen.add(path)
    const generics = Object.values(unit.generics).filter((used) => used !== null)
    const inner = [...Object.values(unit.using), ...generics].flatMap((used) => this.closure(used, seen))
    return [...inner, path]
  }

  of(path: string): { css: string; scope: string } | undefined {
    const css = this.app.rest.styles[path]
    return css === undefined
      ? undefined
      : { css, scope: this.isShared(path) ? '' : (this.scopes.get(path) ?? '') }
  }

  /** Fires `ready` on components attached since the last call, inner ones first, as WeChat does after drawing. */
  flushReady(): void {
    const waiting = this.waiting
    this.waiting = []
    for (const component of waiting.reverse()) component.triggerLifetime('ready', [])
  }

  readonly constructors = {
    Page: (definition: Definition) => {
      const path = this.prepare(definition)
      this.code.componentEnv(path, ({ Page }) => Page(this.withBehaviors(definition) as never))
    },
    Component: (definition?: Definition) => {
      const path = this.prepare(definition)
      return this.code.componentEnv(path, ({ Component }) =>
        definition ? Component(this.withBehaviors(definition) as never) : Component(),
      ) as unknown
    },
    Behavior: Object.assign(
      (definition?: Definition) =>
        this.code.componentEnv('', ({ Behavior }) =>
          definition ? Behavior(this.withBehaviors(definition) as never) : Behavior(),
        ) as unknown,
      { trait: (...given: []) => this.code.traitBehavior(...given) },
    ),
  }

  /** The JSON of a unit with what its script says about style isolation; the adapter reads the JSON alone. */
  private prepare(definition: Definition | undefined): string {
    const path = this.unitRunning()
    const unit = this.units.get(path)
    if (!unit) return path
    const { options } = definition ?? {}
    const json = unit.json as {
      styleIsolation?: string
      addGlobalClass?: boolean
      componentPlaceholder?: unknown
    }
    const isolation = options?.styleIsolation ?? json.styleIsolation
    const globalClass = options?.addGlobalClass ?? json.addGlobalClass
    this.code.addComponentStaticConfig(path, {
      component: unit.kind === 'component',
      usingComponents: Object.fromEntries(Object.entries(unit.using).map(([tag, used]) => [tag, `/${used}`])),
      componentGenerics: Object.fromEntries(
        Object.entries(unit.generics).map(([name, used]) => [
          name,
          used === null ? true : { default: `/${used}` },
        ]),
      ),
      ...(json.componentPlaceholder ? { componentPlaceholder: json.componentPlaceholder as never } : {}),
      ...(isolation
        ? { styleIsolation: isolation as never }
        : globalClass
          ? { styleIsolation: 'apply-shared' as never }
          : {}),
    })
    if (isolation === 'shared' || isolation === 'page-shared') this.shared.add(path)
    if (unit.kind === 'page' && (isolation ?? 'shared') === 'shared') this.shared.add(path)
    return path
  }

  private readonly shared = new Set<string>(['app'])

  private isShared(path: string): boolean {
    return this.shared.has(path)
  }

  private withBehaviors(definition: Definition): Definition {
    if (!definition.behaviors) return definition
    const behaviors = definition.behaviors.map((behavior) => {
      if (typeof behavior !== 'string') return behavior
      const known = this.named.get(behavior)
      if (!known) throw new Error(`这部手机没有内置 behavior "${behavior}"`)
      return known
    })
    return { ...definition, behaviors }
  }

  private addReady(): void {
    const wait = (component: GeneralComponent) => {
      if (this.waiting.length === 0) setTimeout(() => this.flushReady(), 0)
      this.waiting.push(component)
    }
    const behavior = this.code
      .getComponentSpace()
      .define()
      .lifetime('attached', function (this: unknown) {
        wait((this as { _$: GeneralComponent })._$)
      } as never)
      .registerBehavior()
    this.code.setOverallBehavior(behavior as never)
  }

  private addNamedBehaviors(): void {
    const define = (name: string, definition: object) => {
      const behavior = this.code
        .behavior()
        .definition(definition as never)
        .register()
      this.named.set(name, behavior)
      formBehaviors.set(name, (behavior as unknown as { _$: GeneralBehavior })._$)
    }
    define('wx://form-field', { properties: { name: { type: String }, value: { type: null } } })
    define('wx://form-field-group', {})
    define('wx://form-field-button', {})
    define('wx://component-export', {})
  }
}
