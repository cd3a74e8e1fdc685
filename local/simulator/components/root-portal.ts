import { builtin } from '../runtime/builtin'

/** 使子树脱离页面:画在页面的最上层,`position: fixed` 不再受祖先的 transform 影响。 */
export const rootPortal = builtin({
  tag: 'root-portal',
  properties: { enable: { type: Boolean, value: true } },
  style: 'wx-root-portal { display: contents }',
  mount(host) {
    const slot = host.document.createElement('div')
    slot.style.display = 'contents'
    const place = (): void => {
      const inside = host.props.enable ? host.document.body : host.element
      if (slot.parentNode !== inside) inside.append(slot)
    }
    return { slot, attached: place, update: place, detached: () => slot.remove() }
  },
})
