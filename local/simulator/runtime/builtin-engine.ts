import type {
  ComponentSpace,
  DataChange,
  ExternalShadowRoot,
  GeneralComponent,
  GeneralComponentDefinition,
  ShadowedEvent,
  templateEngine,
} from 'glass-easel'
import {
  rememberBuiltin,
  type Builtin,
  type BuiltinHost,
  type BuiltinInstance,
  type HostEvent,
  type Touched,
} from './builtin'
import { SCOPE_PROBE } from './page-backend'
import type { PageHandle, Phone } from './phone'
import { applyUniversal, universalProperties } from './universal'

/** glass-easel's `StyleSegmentIndex.TEMP_EXTRA`. */
const TEMPORARY = 3

export interface BuiltinSurroundings {
  phone: Phone
  pageOfWindow(window: Window): PageHandle | null
}

/** Registers a built-in as an external component of glass-easel: its tree holds the node, plain DOM is the inside. */
export function defineBuiltin(
  space: ComponentSpace,
  builtin: Builtin,
  around: BuiltinSurroundings,
): GeneralComponentDefinition {
  const drawn = new WeakMap<GeneralComponent, Drawn>()
  const engine: templateEngine.TemplateEngine = {
    create: () => ({
      createInstance(component) {
        const inside = new Drawn(builtin, component, around)
        drawn.set(component, inside)
        return inside
      },
    }),
  }
  const builder = space
    .define(`wx://builtin/${builtin.tag}`)
    .options({ externalComponent: true, templateEngine: engine })
  for (const [name, definition] of Object.entries(builtin.properties))
    builder.property(name, definition as never)
  for (const name of universalProperties)
    if (!(name in builtin.properties)) builder.property(name, null as never)
  const life = (name: 'attached' | 'detached') =>
    builder.lifetime(name, function (this: unknown) {
      drawn.get(this as GeneralComponent)?.instance[name]?.()
    } as never)
  life('attached')
  life('detached')
  return builder.registerComponent().general()
}

class Drawn implements templateEngine.TemplateInstance {
  readonly shadowRoot: ExternalShadowRoot
  instance: BuiltinInstance = {}
  private keeping = false
  private readonly element: HTMLElement

  constructor(
    private readonly builtin: Builtin,
    private readonly component: GeneralComponent,
    private readonly around: BuiltinSurroundings,
  ) {
    this.element = component.getBackendElement() as unknown as HTMLElement
    const slot = () => (this.instance.slot ?? this.element) as unknown as ExternalShadowRoot['slot']
    this.shadowRoot = {
      root: this.element as unknown as ExternalShadowRoot['root'],
      get slot() {
        return slot()
      },
      getIdMap: () => ({}),
      handleEvent: () => undefined,
      setListener: () => undefined,
    }
  }

  initValues(): void {
    const host = this.host()
    this.instance = this.builtin.mount?.(host) ?? {}
    rememberBuiltin(this.builtin, host, this.instance)
  }

  updateValues(_: unknown, changes: DataChange[]): void {
    if (this.keeping) return
    const changed = new Set(changes.map(([path]) => String(path[0])))
    applyUniversal(this.component, this.element, changed)
    this.instance.update?.(changed)
  }

  private host(): BuiltinHost {
    const { component, element, around } = this
    const document = element.ownerDocument
    const window = document.defaultView as Window & typeof globalThis
    return {
      tag: this.builtin.tag,
      element,
      document,
      window,
      phone: around.phone,
      get page() {
        return around.pageOfWindow(window)
      },
      get props() {
        return component.data as Record<string, unknown>
      },
      trigger: (type, detail, options) => component.triggerEvent(type, detail ?? {}, options ?? {}),
      keep: (name, value) => {
        this.keeping = true
        try {
          component.setData({ [name]: value })
        } finally {
          this.keeping = false
        }
      },
      on: (type, listener) => void component.addListener(type, (event) => listener(hostEvent(event))),
      extraClass: (names) => component.setNodeClass(names, TEMPORARY as never),
      scopedClass: (names) => scopedClass(component, names),
      id: () => component.id,
      dataset: () => (component.dataset as Record<string, unknown> | undefined) ?? {},
    }
  }
}

/** Fields that gestures.ts gives an event of its own. */
interface Fingers {
  notes?: Set<string>
  touches?: readonly Touched[]
  changedTouches?: readonly Touched[]
}

const notesOf = new WeakMap<object, Set<string>>()

function hostEvent(event: ShadowedEvent<unknown>): HostEvent {
  const { notes, touches = [], changedTouches = [] } = event as unknown as Fingers
  const original = Object.getPrototypeOf(event) as object
  const shared = notes ?? notesOf.get(original) ?? new Set<string>()
  notesOf.set(original, shared)
  const changed = new Set(changedTouches.map(({ identifier }) => identifier))
  return {
    type: event.type,
    detail: event.detail,
    touches: [...changedTouches, ...touches.filter(({ identifier }) => !changed.has(identifier))],
    notes: shared,
    preventDefault: () => event.preventDefault(),
    stopPropagation: () => event.stopPropagation(),
  }
}

/** How the owner's template would write classes: asked of a node that is never shown. */
function scopedClass(component: GeneralComponent, names: string): string {
  const owner = component.ownerShadowRoot
  if (!owner || names === '') return names
  const probe = owner.createNativeNode(SCOPE_PROBE)
  probe.setNodeClass(names)
  return (probe.getBackendElement() as unknown as HTMLElement).className
}
