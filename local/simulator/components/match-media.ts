import { builtin } from '../runtime/builtin'

const queries = {
  minWidth: 'min-width',
  maxWidth: 'max-width',
  width: 'width',
  minHeight: 'min-height',
  maxHeight: 'max-height',
  height: 'height',
} as const

/** 媒体查询匹配:不符合时不显示 */
export const matchMedia = builtin({
  tag: 'match-media',
  properties: {
    minWidth: Number,
    maxWidth: Number,
    width: Number,
    minHeight: Number,
    maxHeight: Number,
    height: Number,
    orientation: String,
  },
  style: 'wx-match-media { display: block } wx-match-media[wx-away] { display: none }',
  mount(host) {
    let list: MediaQueryList | undefined
    const show = (): void => void host.element.toggleAttribute('wx-away', list ? !list.matches : false)
    return {
      update() {
        const parts = Object.entries(queries).flatMap(([name, feature]) => {
          const value = host.props[name as keyof typeof queries]
          return value > 0 ? [`(${feature}: ${value}px)`] : []
        })
        if (host.props.orientation) parts.push(`(orientation: ${host.props.orientation})`)
        list?.removeEventListener('change', show)
        list = parts.length > 0 ? host.window.matchMedia(parts.join(' and ')) : undefined
        list?.addEventListener('change', show)
        show()
      },
      detached: () => list?.removeEventListener('change', show),
    }
  },
})
