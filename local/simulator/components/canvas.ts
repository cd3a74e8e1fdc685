import { builtin } from '../runtime/builtin'
import { inPhoneFont } from './canvas-text'

/** WeChat's Canvas beside what the browser's already has. */
function wechatCanvas(
  canvas: HTMLCanvasElement,
  window: Window & typeof globalThis,
  urlOf: (path: string) => string,
): HTMLCanvasElement {
  return Object.assign(canvas, {
    createImage: () => pictureOf(window, urlOf),
    requestAnimationFrame: (callback: FrameRequestCallback) => window.requestAnimationFrame(callback),
    cancelAnimationFrame: (handle: number) => window.cancelAnimationFrame(handle),
    createImageData: (width: number, height: number) => new window.ImageData(width, height),
    createPath2D: (path?: Path2D) => new window.Path2D(path),
  })
}

/** A picture whose `src` may be a file of the phone or of the package, as it may there. */
function pictureOf(window: Window & typeof globalThis, urlOf: (path: string) => string): HTMLImageElement {
  const picture = new window.Image()
  const src = Object.getOwnPropertyDescriptor(window.HTMLImageElement.prototype, 'src')
  Object.defineProperty(picture, 'src', {
    get: () => src?.get?.call(picture) as string,
    set: (path: string) => src?.set?.call(picture, urlOf(path)),
  })
  return picture
}

/** 画布:`type="2d"` 由 `.node()` 得到画布;旧接口由 `wx.createCanvasContext` 按 `canvas-id` 找到它。 */
export const canvas = builtin({
  tag: 'canvas',
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  style: `
wx-canvas { position: relative; display: block; width: 300px; height: 150px; overflow: hidden }
.wx-canvas-surface { display: block; width: 100%; height: 100% }`,
  mount(host) {
    const urlOf = (path: string) => host.phone.resourceUrl(path, host.page)
    const drawn = wechatCanvas(host.document.createElement('canvas'), host.window, urlOf)
    const surface = inPhoneFont(drawn, host.window)
    surface.className = 'wx-canvas-surface'
    host.element.append(surface)
    host.element.setAttribute('role', 'img')
    host.on('touchmove', (event) => {
      if (host.props.disableScroll) event.preventDefault()
    })
    return {
      update() {
        host.element.setAttribute('canvas-id', host.props.canvasId)
        if (host.props.type && host.props.type !== '2d') {
          host.phone.fail(
            new Error(`<canvas type="${host.props.type}"> is not built in this phone`),
            'canvas',
          )
        }
      },
      node: () => surface,
      context: () => surface,
    }
  },
})
