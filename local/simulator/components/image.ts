import { builtin } from '../runtime/builtin'
import { temporaryUrls } from '../wx/cloud'

const positions = [
  'top',
  'bottom',
  'center',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
]

/** 图片:默认 320×240,按 `mode` 裁剪或缩放。 */
export const image = builtin({
  tag: 'image',
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
    fadeIn: Boolean,
    forceHttps: Boolean,
    referrerPolicy: String,
  },
  style: `
wx-image { display: inline-block; overflow: hidden; width: 320px; height: 240px }
wx-image[hidden] { display: none }
.wx-image-picture { display: block; width: 100%; height: 100%; border: 0; pointer-events: none; user-select: none }
.wx-image-picture:not([src]), .wx-image-broken { visibility: hidden }
wx-image[wx-fit=aspectFit] > .wx-image-picture { object-fit: contain }
wx-image[wx-fit=aspectFill] > .wx-image-picture { object-fit: cover }
wx-image[wx-fit=position] > .wx-image-picture { object-fit: none }
wx-image[wx-fit=widthFix] { height: auto !important }
wx-image[wx-fit=widthFix] > .wx-image-picture { height: auto }
wx-image[wx-fit=heightFix] { width: auto !important }
wx-image[wx-fit=heightFix] > .wx-image-picture { width: auto }`,
  mount(host) {
    const picture = host.document.createElement('img')
    picture.className = 'wx-image-picture'
    picture.alt = ''
    picture.draggable = false
    host.element.append(picture)

    let loaded = false
    /** Before the picture is there, `widthFix` has nothing to go by and WeChat keeps the default size. */
    const fit = (): void => {
      const { mode } = host.props
      const follows = mode === 'widthFix' || mode === 'heightFix'
      const position = positions.includes(mode)
      host.element.setAttribute('wx-fit', position ? 'position' : follows && !loaded ? 'waiting' : mode)
      picture.style.objectPosition = position ? mode : ''
    }
    const show = (address: string): void => {
      if (address) picture.src = address
      else picture.removeAttribute('src')
    }
    /** A picture in the cloud has an address only for a while: it is asked for. */
    const showFromCloud = async (src: string): Promise<void> => {
      const [file] = await temporaryUrls(host.phone, [src]).catch(() => [])
      if (host.props.src === src) show(file?.tempFileURL || src)
    }
    picture.addEventListener('load', () => {
      loaded = true
      picture.classList.remove('wx-image-broken')
      fit()
      host.trigger('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      if (!picture.hasAttribute('src')) return
      picture.classList.add('wx-image-broken')
      host.trigger('error', { errMsg: `GET ${host.props.src} 404 (Not Found)` })
    })
    return {
      update(changed) {
        fit()
        picture.loading = host.props.lazyLoad ? 'lazy' : 'eager'
        if (!changed.has('src')) return
        loaded = false
        fit()
        const { src } = host.props
        if (src.startsWith('cloud://')) void showFromCloud(src)
        else show(src && host.phone.resourceUrl(src, host.page))
      },
    }
  },
})
