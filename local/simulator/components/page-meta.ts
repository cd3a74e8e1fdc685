import { builtin } from '../runtime/builtin'

/** 页面属性配置：根字号、页面样式、背景、滚动位置。Draws nothing; must stand first in a page. */
export const pageMeta = builtin({
  tag: 'page-meta',
  properties: {
    backgroundTextStyle: String,
    backgroundColor: String,
    backgroundColorTop: String,
    backgroundColorBottom: String,
    rootBackgroundColor: String,
    scrollTop: String,
    scrollDuration: { type: Number, value: 300 },
    pageStyle: String,
    rootFontSize: String,
    pageFontSize: String,
    pageOrientation: String,
  },
  style: 'wx-page-meta { display: contents }',
  mount(host) {
    const { document, window, phone } = host
    const size = (value: string) => (value === 'system' ? `${phone.device.fontSizeSetting}px` : value)
    window.addEventListener('scroll', () => {
      host.trigger('scroll', { scrollTop: window.scrollY })
    })
    window.addEventListener('resize', () => {
      host.trigger('resize', { size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } })
    })
    const scroll = () => {
      const top = Number.parseFloat(host.props.scrollTop)
      if (Number.isNaN(top)) return
      window.scrollTo({ top, behavior: host.props.scrollDuration > 0 ? 'smooth' : 'instant' })
      window.setTimeout(() => host.trigger('scrolldone', {}), host.props.scrollDuration)
    }
    const writers: Partial<Record<keyof typeof host.props, (value: string) => void>> = {
      rootFontSize: (value) => (document.documentElement.style.fontSize = size(value)),
      pageFontSize: (value) => (document.body.style.fontSize = size(value)),
      rootBackgroundColor: (value) => (document.documentElement.style.backgroundColor = value),
      backgroundColor: (value) => {
        if (host.page) host.page.frame.style.backgroundColor = value
      },
      pageStyle: (value) => document.body.setAttribute('style', value),
      scrollTop: scroll,
    }
    return {
      update(changed) {
        // A page's root is put in place of the body only after its tree is made.
        window.setTimeout(() => {
          for (const name of changed as ReadonlySet<keyof typeof host.props>)
            writers[name]?.(String(host.props[name] ?? ''))
        }, 0)
      },
    }
  },
})
