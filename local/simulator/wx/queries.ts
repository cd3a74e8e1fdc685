import type { GeneralComponent } from 'glass-easel'
import { PageIntersectionObserver, type ObserverOptions } from '../runtime/intersection'
import { PageSelectorQuery } from '../runtime/selector-query'
import type { WxFamily } from './family'

/** 节点信息：asked of the page on top, unless told `in` which component. */
export const queries: WxFamily = (phone) => ({
  createSelectorQuery() {
    const page = phone.currentPage()
    return new PageSelectorQuery(page?.root ?? null, page)
  },
  createIntersectionObserver(within: { _$?: GeneralComponent }, options?: ObserverOptions) {
    const component = within?._$ ?? phone.currentPage()?.root
    if (!component) throw new Error('createIntersectionObserver 要一个页面或组件')
    return new PageIntersectionObserver(component, options)
  },
})
