import { builtin } from '../runtime/builtin'
import { hover, hoverProperties } from './hover'

/** 视图容器 */
export const view = builtin({
  tag: 'view',
  properties: hoverProperties,
  style: 'wx-view { display: block }',
  mount(host) {
    hover(host)
    return {}
  },
})
