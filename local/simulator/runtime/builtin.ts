import type { PageHandle, Phone } from './phone'

/**
 * The contract of a built-in component: one file in components/, one entry in components/table.ts.
 *
 * A built-in draws plain DOM inside its own element (`<wx-switch>` in the page's iframe) and speaks to the template
 * by properties and events, exactly as WeChat's does. Its element is a node of glass-easel's tree: class, style, id,
 * data-*, mark and bind:tap work without its help.
 */
export interface Builtin<Table extends PropertyTable = PropertyTable> {
  /** As written in WXML. The element in the page is `wx-<tag>`. */
  readonly tag: string
  readonly properties: Table
  /** CSS for every page; select `wx-<tag>` and classes that begin with `wx-<tag>-`. rpx is not known here. */
  readonly style?: string
  /** Draws the inside, once for each instance. Properties still have their defaults; `update` follows at once. */
  mount?(host: BuiltinHost<Values<Table>>): BuiltinInstance
}

type PropertyType =
  StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | ObjectConstructor | null

export type PropertyTable = Readonly<
  Record<
    string,
    | PropertyType
    | {
        readonly type: PropertyType
        readonly value?: unknown
        readonly optionalTypes?: readonly PropertyType[]
      }
  >
>

type ValueOf<T> = T extends StringConstructor
  ? string
  : T extends NumberConstructor
    ? number
    : T extends BooleanConstructor
      ? boolean
      : T extends ArrayConstructor
        ? unknown[]
        : T extends { readonly type: infer Inner }
          ? ValueOf<Inner>
          : unknown

export type Values<Table extends PropertyTable> = { readonly [K in keyof Table]: ValueOf<Table[K]> }

export interface BuiltinHost<Props = Readonly<Record<string, unknown>>> {
  readonly tag: string
  /** `<wx-tag>`; never remove children that you did not put there. */
  readonly element: HTMLElement
  /** The page's document and window: make elements and listen there, never in the phone's own. */
  readonly document: Document
  readonly window: Window & typeof globalThis
  readonly phone: Phone
  readonly page: PageHandle | null
  /** Always the present values. */
  readonly props: Props
  /** Event to the template. Neither bubbles nor crosses components unless asked. */
  trigger(type: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void
  /**
   * A property changed by the person (typed, switched): `model:value` follows and the element keeps it until the
   * template sets another. `update` is not called for it.
   */
  keep(name: keyof Props & string, value: unknown): void
  /** Hears a WeChat event (`tap`, `touchstart`, `longpress`, …) that reaches this element. */
  on(type: string, listener: (event: HostEvent) => void): void
  /** Classes beside those of the template, in the template's own scope (hover-class). '' takes them away. */
  extraClass(names: string): void
  /** Classes of the template as they stand in the page's DOM, for what is drawn inside (placeholder-class). */
  scopedClass(names: string): string
  /** The id given in the template. */
  id(): string
  dataset(): Readonly<Record<string, unknown>>
}

export interface HostEvent {
  readonly type: string
  readonly detail: unknown
  /** Of touch events: the fingers, changed ones first; a mouse counts as one. Empty for all others. Page CSS px. */
  readonly touches: readonly Touched[]
  /** Shared by everyone who hears this event: how an inner hover tells outer ones to keep still. */
  readonly notes: Set<string>
  preventDefault(): void
  stopPropagation(): void
}

export interface Touched {
  readonly identifier: number
  readonly clientX: number
  readonly clientY: number
}

export interface BuiltinInstance {
  /** Where children go. The host's element when absent. Must be in place when `mount` returns. */
  slot?: HTMLElement
  /** Property values changed; `host.props` already holds the new ones. */
  update?(changed: ReadonlySet<string>): void
  attached?(): void
  detached?(): void
  /** What a `<form>` collects; only asked when the element has a `name`. */
  field?: { value(): unknown; reset(): void }
  /** What a `<label>` does for it. */
  press?(): void
  /** `NodesRef.context()`, and `.node()` of a canvas. */
  context?(): unknown
  node?(): unknown
  /** What the automator may call: `{ input }` on input answers `input.input`. */
  actions?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
}

/** Typed as it stands, so that `host.props` knows every name. */
export function builtin<const Table extends PropertyTable>(definition: Builtin<Table>): Builtin {
  return definition as unknown as Builtin
}

const instances = new WeakMap<Element, { builtin: Builtin; host: BuiltinHost; instance: BuiltinInstance }>()

/** The built-in drawn in an element: how a form finds its fields (`querySelectorAll('wx-input')`), a label its control. */
export function builtinOf(
  element: Element,
): { builtin: Builtin; host: BuiltinHost; instance: BuiltinInstance } | undefined {
  return instances.get(element)
}

export function rememberBuiltin(builtin: Builtin, host: BuiltinHost, instance: BuiltinInstance): void {
  instances.set(host.element, { builtin, host, instance })
}
