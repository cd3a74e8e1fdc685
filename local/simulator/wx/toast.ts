import type { Phone } from '../runtime/phone'

interface ToastOptions {
  title?: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  /** ms */
  duration?: number
  mask?: boolean
}

const css = `
.wx-toast { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; pointer-events: none }
.wx-toast[data-mask] { pointer-events: auto }
.wx-toast > div { display: flex; flex-direction: column; align-items: center; justify-content: center; box-sizing: border-box;
  max-width: 70%; padding: 12px; border-radius: 8px; background: rgba(76,76,76,.95); color: rgba(255,255,255,.95);
  font-size: 16px; line-height: 1.4; text-align: center; overflow-wrap: anywhere }
.wx-toast[data-icon] > div { width: 136px; min-height: 136px }
.wx-toast-icon { width: 40px; height: 40px; margin-bottom: 14px; object-fit: contain }
.wx-toast-turning { animation: wx-toast-turn 1s linear infinite }
@keyframes wx-toast-turn { to { transform: rotate(360deg) } }`

const icons: Record<string, string> = {
  success: '<path d="M6 21l9 9L34 11" fill="none" stroke="#fff" stroke-width="3"/>',
  error: '<path d="M20 6v18M20 30v4" fill="none" stroke="#fff" stroke-width="4"/>',
  loading:
    '<circle cx="20" cy="20" r="15" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="3"/>' +
    '<path d="M20 5a15 15 0 0 1 15 15" fill="none" stroke="#fff" stroke-width="3"/>',
}

/** Toast and loading share one place on the screen; each hides the other, as in WeChat. */
export function toasts(phone: Phone) {
  let shown: { kind: 'toast' | 'loading'; away: () => void; timer: number } | null = null
  const hide = (kind: 'toast' | 'loading'): void => {
    if (shown && shown.kind !== kind) phone.warn(`请注意 showLoading 与 hideLoading 必须配对使用(${kind})`)
    remove()
  }
  const remove = (): void => {
    if (!shown) return
    window.clearTimeout(shown.timer)
    shown.away()
    shown = null
  }
  const draw = (
    kind: 'toast' | 'loading',
    { title = '', icon = 'success', image, mask = false }: ToastOptions,
  ) => {
    const { document } = phone.screen
    phone.screen.style('toast', css)
    remove()
    const cover = document.createElement('div')
    const box = document.createElement('div')
    cover.className = 'wx-toast'
    cover.setAttribute('role', kind === 'loading' ? 'status' : 'alert')
    cover.toggleAttribute('data-mask', mask)
    cover.toggleAttribute('data-icon', icon !== 'none' || image !== undefined)
    if (image) {
      const picture = document.createElement('img')
      picture.className = 'wx-toast-icon'
      picture.alt = ''
      picture.src = phone.resourceUrl(image)
      box.append(picture)
    } else if (icons[icon]) {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      svg.setAttribute('viewBox', '0 0 40 40')
      svg.setAttribute('class', `wx-toast-icon${icon === 'loading' ? ' wx-toast-turning' : ''}`)
      svg.innerHTML = icons[icon]
      box.append(svg)
    }
    box.append(title)
    cover.append(box)
    return phone.screen.show(cover, 'toast')
  }
  return {
    hide,
    toast(options: ToastOptions): void {
      const away = draw('toast', options)
      shown = { kind: 'toast', away, timer: window.setTimeout(remove, options.duration ?? 1500) }
    },
    loading(options: ToastOptions): void {
      shown = { kind: 'loading', away: draw('loading', { ...options, icon: 'loading' }), timer: 0 }
    },
  }
}
