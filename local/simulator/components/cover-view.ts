import { builtin } from '../runtime/builtin'
import { hover, hoverProperties } from './hover'

/** 覆盖在原生组件上的视图。同层渲染以后与 view 相近,文字默认不折行。 */
export const coverView = builtin({
  tag: 'cover-view',
  properties: { ...hoverProperties, scrollTop: { type: null, value: '' } },
  style: `wx-cover-view { display: block; overflow: hidden; line-height: 1.2; white-space: nowrap }`,
  mount(host) {
    hover(host)
    return {
      update() {
        const top = parseFloat(String(host.props.scrollTop))
        if (!Number.isNaN(top)) host.element.scrollTop = top
      },
    }
  },
})

export const coverImage = builtin({
  tag: 'cover-image',
  properties: { src: String, referrerPolicy: String },
  style: `
wx-cover-image { display: block; width: 100% }
wx-cover-image > img { display: block; width: 100%; height: 100%; pointer-events: none }`,
  mount(host) {
    const picture = host.document.createElement('img')
    picture.alt = ''
    host.element.append(picture)
    picture.addEventListener('load', () => {
      host.trigger('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () =>
      host.trigger('error', { errMsg: `GET ${host.props.src} 404 (Not Found)` }),
    )
    return {
      update() {
        if (host.props.src) picture.src = host.phone.resourceUrl(host.props.src, host.page)
      },
    }
  },
})
