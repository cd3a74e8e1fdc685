import { builtin } from '../runtime/builtin'

/** 页面导航条配置：as a child of page-meta, or alone at the beginning of a page. */
export const navigationBar = builtin({
  tag: 'navigation-bar',
  properties: {
    title: String,
    loading: Boolean,
    frontColor: String,
    backgroundColor: String,
    colorAnimationDuration: Number,
    colorAnimationTimingFunc: String,
  },
  style: 'wx-navigation-bar { display: none }',
  mount(host) {
    const { navigationBar: bar } = host.phone.screen
    return {
      update(changed) {
        const page = host.page ?? undefined
        const { title, loading, frontColor, backgroundColor } = host.props
        if (changed.has('title')) bar.setTitle(title, page)
        if (changed.has('loading')) bar.setLoading(loading, page)
        if (changed.has('frontColor') || changed.has('backgroundColor')) {
          bar.setColor(
            { ...(frontColor ? { frontColor } : {}), ...(backgroundColor ? { backgroundColor } : {}) },
            page,
          )
        }
      },
    }
  },
})
