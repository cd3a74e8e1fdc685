import { builtin } from '../runtime/builtin'
import { byId } from './by-id'
import { refresher } from './refresher'

/** 可滚动视图 */
export const scrollView = builtin({
  tag: 'scroll-view',
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    upperThreshold: { type: null, value: 50 },
    lowerThreshold: { type: null, value: 50 },
    scrollTop: { type: null, value: '' },
    scrollLeft: { type: null, value: '' },
    scrollIntoView: String,
    scrollIntoViewOffset: Number,
    scrollWithAnimation: Boolean,
    enableBackToTop: Boolean,
    enableFlex: Boolean,
    enableEnhanced: Boolean,
    enhanced: Boolean,
    enablePassive: null,
    scrollAnchoring: Boolean,
    bounces: { type: Boolean, value: true },
    showScrollbar: { type: Boolean, value: true },
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    refresherEnabled: Boolean,
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: { type: String, value: '#FFF' },
    refresherTriggered: Boolean,
  },
  style: `
wx-scroll-view { display: block; width: 100%; overflow: hidden }
.wx-scroll-view-main { position: relative; width: 100%; height: 100%; max-height: inherit; overflow: hidden;
  overscroll-behavior: contain; -webkit-overflow-scrolling: touch }
.wx-scroll-view-content { height: 100% }
.wx-scroll-view-flex { display: flex; flex-direction: inherit; flex-wrap: inherit; align-items: inherit;
  justify-content: inherit }
.wx-scroll-view-plain { scrollbar-width: none }
.wx-scroll-view-plain::-webkit-scrollbar { display: none }`,
  mount(host) {
    const main = host.document.createElement('div')
    const slot = host.document.createElement('div')
    main.append(slot)
    host.element.append(main)
    const pull = refresher(host, main, slot)

    const last = { left: 0, top: 0 }
    const near = { top: true, left: true, bottom: false, right: false }
    /** Upper and lower are told once, on the way towards them. */
    const tell = (side: keyof typeof near, close: boolean, towards: boolean): void => {
      if (close && !near[side] && towards) {
        const type = side === 'top' || side === 'left' ? 'scrolltoupper' : 'scrolltolower'
        host.trigger(type, { direction: side })
      }
      near[side] = close
    }
    main.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientWidth, clientHeight } = main
      const deltaX = last.left - scrollLeft
      const deltaY = last.top - scrollTop
      Object.assign(last, { left: scrollLeft, top: scrollTop })
      const upper = length(host.props.upperThreshold)
      const lower = length(host.props.lowerThreshold)
      host.trigger('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
      if (host.props.scrollY) {
        tell('top', scrollTop <= upper, deltaY > 0)
        tell('bottom', scrollHeight - clientHeight - scrollTop <= lower, deltaY < 0)
      }
      if (host.props.scrollX) {
        tell('left', scrollLeft <= upper, deltaX > 0)
        tell('right', scrollWidth - clientWidth - scrollLeft <= lower, deltaX < 0)
      }
    })

    const scrollTo = (
      place: { top?: number; left?: number },
      smooth = host.props.scrollWithAnimation,
    ): void => {
      main.scrollTo({ ...place, behavior: smooth ? 'smooth' : 'instant' })
    }
    const intoView = (): void => {
      const target = host.props.scrollIntoView && byId(slot, host.props.scrollIntoView)
      if (!target) return
      const box = target.getBoundingClientRect()
      const frame = main.getBoundingClientRect()
      const offset = host.props.scrollIntoViewOffset
      scrollTo({
        ...(host.props.scrollY ? { top: main.scrollTop + box.top - frame.top + offset } : {}),
        ...(host.props.scrollX ? { left: main.scrollLeft + box.left - frame.left + offset } : {}),
      })
    }
    /** Children come in the same batch as the property: only after it is there somewhere to go. */
    const place = (names: ReadonlySet<string>): void => {
      const { scrollTop, scrollLeft, scrollX, scrollY } = host.props
      if (names.has('scrollTop') && scrollTop !== '' && scrollY) scrollTo({ top: length(scrollTop) })
      if (names.has('scrollLeft') && scrollLeft !== '' && scrollX) scrollTo({ left: length(scrollLeft) })
      if (names.has('scrollIntoView')) intoView()
    }
    const methods = {
      scrollTo: ({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) =>
        scrollTo(
          { ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }) },
          animated,
        ),
      scrollIntoView: (selector: string) => {
        const target = selector.startsWith('#') ? byId(slot, selector.slice(1)) : slot.querySelector(selector)
        if (target)
          scrollTo({
            top: main.scrollTop + target.getBoundingClientRect().top - main.getBoundingClientRect().top,
          })
      },
    }
    return {
      slot,
      attached: () =>
        void host.window.requestAnimationFrame(() =>
          place(new Set(['scrollTop', 'scrollLeft', 'scrollIntoView'])),
        ),
      update(changed) {
        const { scrollX, scrollY, enableFlex, showScrollbar, pagingEnabled } = host.props
        main.className = `wx-scroll-view-main${showScrollbar ? '' : ' wx-scroll-view-plain'}`
        main.style.overflowX = scrollX ? 'auto' : 'hidden'
        main.style.overflowY = scrollY ? 'auto' : 'hidden'
        main.style.scrollSnapType = pagingEnabled ? `${scrollX ? 'x' : 'y'} mandatory` : ''
        slot.className = `wx-scroll-view-content${enableFlex ? ' wx-scroll-view-flex' : ''}`
        if (scrollX || scrollY) main.tabIndex = 0
        pull.update(changed)
        if (host.element.isConnected) host.window.requestAnimationFrame(() => place(changed))
      },
      context: () => methods,
      /** What a selector query reads: `scrollOffset` is the inside's. */
      node: () => ({
        ...methods,
        get scrollTop() {
          return main.scrollTop
        },
        get scrollLeft() {
          return main.scrollLeft
        },
        get scrollHeight() {
          return main.scrollHeight
        },
        get scrollWidth() {
          return main.scrollWidth
        },
      }),
      actions: {
        scrollTo: (left, top) => main.scrollTo(Number(left), Number(top)),
        scrollTop: () => main.scrollTop,
        scrollLeft: () => main.scrollLeft,
        scrollWidth: () => main.scrollWidth,
        scrollHeight: () => main.scrollHeight,
      },
    }
  },
})

/** Numbers and strings of px alike. */
function length(value: unknown): number {
  return typeof value === 'number' ? value : parseFloat(String(value)) || 0
}
