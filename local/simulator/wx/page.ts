import { asynchronous, WxFailure, type WxFamily } from './family'

interface ScrollOptions {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  /** ms */
  duration?: number
}

/** 页面:滚动与背景 */
export const page: WxFamily = (phone) =>
  asynchronous({
    pageScrollTo: ({ scrollTop, selector, offsetTop = 0, duration = 300 }: ScrollOptions) => {
      const window = phone.currentPage()?.window
      if (!window) throw new WxFailure('no page')
      const found = selector ? phone.currentPage()?.root.getShadowRoot()?.querySelector(selector) : null
      const target = found ? (found.getBackendElement() as unknown as HTMLElement) : null
      if (selector && !target) throw new WxFailure(`scrollTop not found: ${selector}`)
      const top = target ? target.getBoundingClientRect().top + window.scrollY : (scrollTop ?? 0)
      window.scrollTo({ top: top + offsetTop, behavior: duration > 0 ? 'smooth' : 'instant' })
    },
    setBackgroundColor: ({ backgroundColor }: { backgroundColor?: string }) => {
      const body = phone.currentPage()?.window.document.documentElement
      if (body && backgroundColor) body.style.backgroundColor = backgroundColor
    },
    setBackgroundTextStyle: () => undefined,
  })
