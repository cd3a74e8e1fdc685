import type { GeneralComponent } from 'glass-easel'

const released = new WeakSet<GeneralComponent>()

/** A page's own component, once the page is gone. */
export function release(root: GeneralComponent): void {
  released.add(root)
}

/** Whether the page that a component stood on is gone: answers that come late draw nothing any more, as in WeChat. */
export function isReleased(component: GeneralComponent): boolean {
  let top = component
  for (let host = hostOf(top); host; host = hostOf(top)) top = host
  return released.has(top)
}

const hostOf = (component: GeneralComponent) => component.ownerShadowRoot?.getHostNode()
