import type { BuiltinHost } from '../runtime/builtin'
import { draggable } from './drag'

interface RefresherProps {
  readonly refresherEnabled: boolean
  readonly refresherThreshold: number
  readonly refresherDefaultStyle: string
  readonly refresherBackground: string
  readonly refresherTriggered: boolean
  readonly scrollY: boolean
}

/** px of pulling for one px of opening. */
const RESISTANCE = 2

/** scroll-view's own pull-down: pulling → refresh → (refresher-triggered=false) → restore, or abort. */
export function refresher(
  host: BuiltinHost<RefresherProps>,
  main: HTMLElement,
  slot: HTMLElement,
): { update(changed: ReadonlySet<string>): void } {
  const head = host.document.createElement('div')
  let open = 0
  let refreshing = false

  const draw = (height: number, animated: boolean): void => {
    open = height
    const { refresherDefaultStyle, refresherBackground } = host.props
    const dot = `<i style="width:6px;height:6px;margin:0 4px;border-radius:50%;background:${
      refresherDefaultStyle === 'white' ? '#fff' : '#999'
    };animation:${refreshing ? 'wx-refresher 1s infinite alternate' : 'none'}"></i>`
    if (!head.isConnected) main.before(head)
    head.style.cssText = `display:flex;align-items:center;justify-content:center;overflow:hidden;height:${height}px;
      margin-bottom:${-height}px;background:${refresherBackground};${animated ? 'transition:height .2s,margin .2s' : ''}`
    head.innerHTML = refresherDefaultStyle === 'none' ? '' : dot.repeat(3)
    head.setAttribute('aria-hidden', 'true')
    slot.style.transition = animated ? 'transform .2s' : ''
    slot.style.transform = height > 0 ? `translateY(${height}px)` : ''
  }
  const refresh = (): void => {
    refreshing = true
    draw(host.props.refresherThreshold, true)
    host.trigger('refresherrefresh', { dy: open })
  }
  const close = (event: 'refresherrestore' | 'refresherabort'): void => {
    refreshing = false
    draw(0, true)
    host.trigger(event, { dy: 0 })
  }
  draggable(host, {
    begins: ({ dx, dy }) =>
      host.props.refresherEnabled &&
      host.props.scrollY &&
      !refreshing &&
      main.scrollTop <= 0 &&
      dy > Math.abs(dx),
    move({ dy }) {
      draw(Math.max(0, dy) / RESISTANCE, false)
      host.trigger('refresherpulling', { dy: open })
    },
    end() {
      if (open < host.props.refresherThreshold) close('refresherabort')
      else {
        host.keep('refresherTriggered', true)
        refresh()
      }
    },
  })
  return {
    update(changed) {
      if (!changed.has('refresherTriggered') || !host.props.refresherEnabled) return
      if (host.props.refresherTriggered && !refreshing) refresh()
      else if (!host.props.refresherTriggered && refreshing) close('refresherrestore')
    },
  }
}
