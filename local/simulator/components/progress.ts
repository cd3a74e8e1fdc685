import { builtin } from '../runtime/builtin'

/** 进度条 */
export const progress = builtin({
  tag: 'progress',
  properties: {
    percent: Number,
    showInfo: Boolean,
    borderRadius: { type: null, value: 0 },
    fontSize: { type: null, value: 16 },
    strokeWidth: { type: null, value: 6 },
    color: { type: String, value: '#09BB07' },
    activeColor: String,
    backgroundColor: { type: String, value: '#EBEBEB' },
    active: Boolean,
    activeMode: { type: String, value: 'backwards' },
    /** ms for one per cent. */
    duration: { type: Number, value: 30 },
  },
  style: `
wx-progress { display: flex; align-items: center }
.wx-progress-track { flex: 1; overflow: hidden }
.wx-progress-done { width: 0; height: 100% }
.wx-progress-words { min-width: 2em; margin-left: 15px; white-space: nowrap }`,
  mount(host) {
    const make = (name: string) => {
      const piece = host.document.createElement('div')
      piece.className = `wx-progress-${name}`
      return piece
    }
    const track = make('track')
    const done = make('done')
    const words = make('words')
    track.append(done)
    host.element.append(track, words)
    host.element.setAttribute('role', 'progressbar')
    const length = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value))
    let shown = 0
    let timer = 0
    const draw = (): void => {
      done.style.width = `${shown}%`
      words.textContent = `${Math.round(shown)}%`
      host.element.setAttribute('aria-valuenow', String(Math.round(shown)))
    }
    return {
      update(changed) {
        const { percent, active, activeMode, duration, color, activeColor, showInfo } = host.props
        track.style.cssText = `height: ${length(host.props.strokeWidth)}; background: ${host.props.backgroundColor};
          border-radius: ${length(host.props.borderRadius)}`
        done.style.background = activeColor || color
        words.style.fontSize = length(host.props.fontSize)
        words.hidden = !showInfo
        if (!changed.has('percent') && !changed.has('active')) return
        host.window.clearInterval(timer)
        const goal = Math.min(100, Math.max(0, percent))
        if (!active) {
          shown = goal
          draw()
          return
        }
        if (activeMode !== 'forwards') shown = 0
        timer = host.window.setInterval(() => {
          shown = Math.min(goal, shown + 1)
          draw()
          if (shown < goal) return
          host.window.clearInterval(timer)
          host.trigger('activeend', { curPercent: goal })
        }, duration)
      },
      detached: () => host.window.clearInterval(timer),
    }
  },
})
