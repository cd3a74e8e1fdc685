import type { GeneralComponent } from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'
import { PageIntersectionObserver, type ObserverOptions } from './intersection'
import type { PageHandle, Phone } from './phone'
import { isReleased } from './released'
import { PageSelectorQuery } from './selector-query'
import { carry } from './set-data'

interface Caller {
  readonly _$: GeneralComponent
  readonly is: string
}

export interface InstanceSurroundings {
  phone: Phone
  pageOf(element: GeneralComponent): PageHandle | null
  tabBarOf(page: PageHandle): unknown
  openerChannelOf(page: PageHandle): unknown
  logSetData(where: string, bytes: number): void
}

/** WeChat's setData limit for one call; more is refused on real phones. Bytes. */
const SET_DATA_LIMIT = 1024 * 1024

/** Gives every page and component of the app the members that WeChat's have and the adapter's lack. */
export function addInstanceMembers(around: InstanceSurroundings): void {
  const prototype = component.ComponentCaller.prototype as unknown as Record<string, unknown>
  const plainSetData = prototype.setData as (this: Caller, change: object, done?: () => void) => void
  const pageOf = (caller: Caller) => around.pageOf(caller._$)
  const members: Record<string, (this: Caller, ...given: never[]) => unknown> = {
    setData(this: Caller, change: Record<string, unknown>, done?: () => void) {
      if (change === null || typeof change !== 'object') throw new Error('setData 要一个对象')
      const { values, bytes, lost } = carry(change)
      around.logSetData(this.is, bytes)
      if (lost.length > 0 && !this.is.startsWith('miniprogram_npm/'))
        around.phone.warn(`${this.is} 的 setData 有不能传递的值：${lost.join('、')}`)
      if (bytes > SET_DATA_LIMIT) around.phone.warn(`${this.is} 的 setData 有 ${bytes} 字节，超过 1 MB`)
      if (!isReleased(this._$)) plainSetData.call(this, values, done)
    },
    createSelectorQuery(this: Caller) {
      return new PageSelectorQuery(this._$, pageOf(this))
    },
    createIntersectionObserver(this: Caller, options?: ObserverOptions) {
      return new PageIntersectionObserver(this._$, options)
    },
    getPageId(this: Caller) {
      return `pageId:${pageOf(this)?.id ?? 0}`
    },
    getTabBar(this: Caller, answer?: (tabBar: unknown) => void) {
      const page = pageOf(this)
      const tabBar = page && around.tabBarOf(page)
      answer?.(tabBar)
      return tabBar
    },
    getOpenerEventChannel(this: Caller) {
      const page = pageOf(this)
      return page && around.openerChannelOf(page)
    },
    setUpdatePerformanceListener() {
      around.phone.warn('setUpdatePerformanceListener 在这部手机上不测时间')
    },
    animate(
      this: Caller,
      selector: string,
      keyframes: Record<string, unknown>[],
      duration: number,
      done?: () => void,
    ) {
      animate(this._$, selector, keyframes, duration, done)
    },
    clearAnimation(this: Caller, selector: string, ...rest: unknown[]) {
      for (const dom of domsOf(this._$, selector))
        dom.getAnimations().forEach((animation) => animation.cancel())
      const done = rest.find((given) => typeof given === 'function') as (() => void) | undefined
      done?.()
    },
  }
  Object.assign(prototype, members)
  for (const name of ['pageRouter', 'router']) {
    Object.defineProperty(prototype, name, { configurable: true, get: () => around.phone.router })
  }
}

function domsOf(root: GeneralComponent, selector: string): HTMLElement[] {
  const found = root.getShadowRoot()?.querySelectorAll(selector) ?? []
  return found.flatMap((element) => (element.getBackendElement() as unknown as HTMLElement | null) ?? [])
}

/** `this.animate`: keyframes of plain CSS; transform shorthands (`translateX`, `scale`, `rotate`) are put together. */
function animate(
  root: GeneralComponent,
  selector: string,
  keyframes: readonly Record<string, unknown>[],
  duration: number,
  done?: () => void,
): void {
  const frames = keyframes.map(({ ease, offset, ...styles }) => {
    const { scale, rotate, translateX, translateY, translate, ...rest } = styles
    const list = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value))
    const parts = [
      translate !== undefined && `translate(${list(translate)})`,
      translateX !== undefined && `translateX(${px(translateX)})`,
      translateY !== undefined && `translateY(${px(translateY)})`,
      rotate !== undefined && `rotate(${String(rotate)}deg)`,
      scale !== undefined && `scale(${list(scale)})`,
    ].filter((part) => part !== false)
    return {
      ...rest,
      ...(parts.length > 0 ? { transform: parts.join(' ') } : {}),
      ...(ease ? { easing: ease } : {}),
      ...(offset === undefined || offset === null ? {} : { offset }),
    } as Keyframe
  })
  const running = domsOf(root, selector).map(
    (dom) => dom.animate(frames, { duration, fill: 'forwards' }).finished,
  )
  void Promise.allSettled(running).then(() => done?.())
}

function px(value: unknown): string {
  return typeof value === 'number' ? `${value}px` : String(value)
}
