import { builtin, builtinOf } from '../runtime/builtin'
import { draggable } from './drag'

/** 滑块视图容器:一个连续的位置,从它算出每一页站在哪里。 */
export const swiper = builtin({
  tag: 'swiper',
  properties: {
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    autoplay: Boolean,
    current: Number,
    currentItemId: String,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: Boolean,
    vertical: Boolean,
    previousMargin: { type: String, value: '0px' },
    nextMargin: { type: String, value: '0px' },
    snapToEdge: Boolean,
    displayMultipleItems: { type: Number, value: 1 },
    easingFunction: { type: String, value: 'default' },
    skipHiddenItemLayout: Boolean,
    disableTouch: Boolean,
  },
  style: `
wx-swiper { position: relative; display: block; width: 100%; height: 150px; overflow: hidden; touch-action: pan-y }
.wx-swiper-frame { position: absolute; inset: 0 }
.wx-swiper-dots { position: absolute; bottom: 10px; left: 50%; display: flex; gap: 8px; transform: translateX(-50%);
  pointer-events: none }
.wx-swiper-dots-vertical { right: 10px; bottom: auto; left: auto; top: 50%; flex-direction: column;
  transform: translateY(-50%) }
.wx-swiper-dot { width: 8px; height: 8px; border-radius: 50% }`,
  mount(host) {
    const { window, document, element } = host
    const frame = document.createElement('div')
    const dots = document.createElement('div')
    frame.className = 'wx-swiper-frame'
    element.append(frame, dots)
    element.setAttribute('role', 'region')

    /** In pages; between whole numbers while moving. */
    let position = 0
    let raf = 0
    let timer = 0
    const items = () => [...frame.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')]
    const shownAtOnce = () => Math.max(1, host.props.displayMultipleItems)
    const goesRound = (count: number) => host.props.circular && count > shownAtOnce()
    const pageSize = () => (host.props.vertical ? frame.clientHeight : frame.clientWidth) / shownAtOnce() || 1
    const reach = (wanted: number): number => {
      const count = items().length
      if (count === 0) return 0
      if (goesRound(count)) return ((wanted % count) + count) % count
      return Math.min(Math.max(0, count - shownAtOnce()), Math.max(0, wanted))
    }

    const layout = (): void => {
      const all = items()
      const share = 100 / shownAtOnce()
      all.forEach((item, index) => {
        let away = index - position
        if (goesRound(all.length)) {
          const half = all.length / 2
          away = ((((away + half) % all.length) + all.length) % all.length) - half
          if (shownAtOnce() > 1 && away < -1) away += all.length
        }
        const axis = host.props.vertical ? 'Y' : 'X'
        item.style.cssText += `;position:absolute;top:0;left:0;width:${host.props.vertical ? 100 : share}%;
          height:${host.props.vertical ? share : 100}%;transform:translate${axis}(${away * 100}%)`
        item.setAttribute('aria-hidden', String(Math.abs(away) >= shownAtOnce() - 0.01 || away < -0.01))
      })
      const active = Math.round(reach(Math.round(position)))
      dots.className = `wx-swiper-dots${host.props.vertical ? ' wx-swiper-dots-vertical' : ''}`
      dots.hidden = !host.props.indicatorDots
      dots.replaceChildren(
        ...(host.props.indicatorDots ? all : []).map((_, index) => {
          const dot = document.createElement('div')
          dot.className = 'wx-swiper-dot'
          dot.style.background =
            index === active ? host.props.indicatorActiveColor : host.props.indicatorColor
          return dot
        }),
      )
    }
    const itemId = (index: number): string => {
      const item = items()[index]
      return String((item && builtinOf(item)?.host.props.itemId) ?? '')
    }
    const finish = (source: string): void => {
      host.trigger('animationfinish', {
        current: host.props.current,
        currentItemId: itemId(host.props.current),
        source,
      })
    }
    /** @param goal may lie beyond the ends where it goes round */
    const moveTo = (goal: number, source: string, duration = host.props.duration): void => {
      window.cancelAnimationFrame(raf)
      const current = Math.round(reach(goal))
      const changed = current !== host.props.current
      if (changed) {
        host.keep('current', current)
        host.trigger('change', { current, currentItemId: itemId(current), source })
      }
      const from = position
      const began = window.performance.now()
      const frameOf = (): void => {
        const part = duration > 0 ? Math.min(1, (window.performance.now() - began) / duration) : 1
        position = from + (goal - from) * (1 - (1 - part) ** 3)
        if (part < 1) raf = window.requestAnimationFrame(frameOf)
        else position = reach(goal)
        layout()
        if (part === 1) finish(source)
      }
      if (element.isConnected && duration > 0) raf = window.requestAnimationFrame(frameOf)
      else {
        position = reach(goal)
        layout()
      }
    }
    const play = (): void => {
      window.clearInterval(timer)
      if (!host.props.autoplay) return
      timer = window.setInterval(() => {
        const count = items().length
        if (count < 2) return
        const next = host.props.current + 1
        moveTo(goesRound(count) || next <= count - shownAtOnce() ? next : 0, 'autoplay')
      }, host.props.interval)
    }

    let began = 0
    draggable(host, {
      begins: ({ dx, dy }) =>
        !host.props.disableTouch &&
        items().length > 1 &&
        (host.props.vertical ? Math.abs(dy) > Math.abs(dx) : Math.abs(dx) > Math.abs(dy)),
      start() {
        window.clearInterval(timer)
        window.cancelAnimationFrame(raf)
        began = position
      },
      move({ dx, dy }) {
        const moved = (host.props.vertical ? dy : dx) / pageSize()
        const wanted = began - moved
        const count = items().length
        const inside = goesRound(count) ? wanted : reach(wanted)
        position = inside + (wanted - inside) / 3
        layout()
        host.trigger('transition', { dx: host.props.vertical ? 0 : -dx, dy: host.props.vertical ? -dy : 0 })
      },
      end({ dx, dy, vx, vy }) {
        const [moved, speed] = host.props.vertical ? [dy, vy] : [dx, vx]
        const far = Math.abs(moved) > pageSize() / 2 || Math.abs(speed) > 0.3
        const goal = Math.round(began) + (far ? -Math.sign(moved) : 0)
        moveTo(goesRound(items().length) ? goal : reach(goal), 'touch')
        play()
      },
    })
    const observer = new window.MutationObserver(() => {
      if (position !== reach(position)) position = reach(position)
      layout()
    })
    return {
      slot: frame,
      attached() {
        observer.observe(frame, { childList: true })
        position = reach(host.props.current)
        layout()
        play()
      },
      detached() {
        observer.disconnect()
        window.clearInterval(timer)
        window.cancelAnimationFrame(raf)
      },
      update(changed) {
        const { vertical, previousMargin, nextMargin } = host.props
        frame.style.inset = vertical
          ? `${previousMargin} 0 ${nextMargin}`
          : `0 ${nextMargin} 0 ${previousMargin}`
        element.style.touchAction = vertical ? 'pan-x' : ''
        if (changed.has('currentItemId') && host.props.currentItemId) {
          const index = items().findIndex((_, at) => itemId(at) === host.props.currentItemId)
          if (index >= 0) moveTo(index, '')
        } else if (changed.has('current') && element.isConnected) {
          const source = { from: Math.round(position), to: reach(host.props.current) }
          if (source.from !== source.to) {
            moveTo(source.to, '')
            host.trigger('change', { current: source.to, currentItemId: itemId(source.to), source: '' })
          }
        }
        if (element.isConnected) layout()
        if (changed.has('autoplay') || changed.has('interval')) play()
      },
      actions: { swipeTo: (index) => moveTo(reach(Number(index)), 'touch') },
    }
  },
})

export const swiperItem = builtin({
  tag: 'swiper-item',
  properties: { itemId: String, skipHiddenItemLayout: Boolean },
  style: 'wx-swiper-item { display: block; overflow: hidden }',
})
