import { byId } from '../components/by-id'
import { builtinOf } from '../runtime/builtin'
import type { Phone } from '../runtime/phone'
import { legacyContext } from './canvas-legacy'
import { asynchronous, WxFailure, type WxFamily } from './family'

interface ExportOptions {
  canvas?: HTMLCanvasElement
  canvasId?: string
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

/** 画布、地图与播放器的上下文 */
export const canvas: WxFamily = (phone) => ({
  createCanvasContext: (canvasId: string) => legacyContext(phone, () => surface(phone, canvasId)),
  createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) => {
    const made = Object.assign(document.createElement('canvas'), { width, height })
    return Object.assign(made, { createImage: () => new Image() })
  },
  createVideoContext: (id: string) => contextOf(phone, 'wx-video', id),
  createAudioContext: (id: string) => contextOf(phone, 'wx-audio', id),
  createMapContext: (id: string) => mapContext(phone, id),
  ...asynchronous({
    async canvasToTempFilePath(options: ExportOptions) {
      const from = options.canvas ?? (options.canvasId ? surface(phone, options.canvasId) : null)
      if (!from) throw new WxFailure('canvas is empty')
      const ratio = from.width / (from.clientWidth || from.width)
      const { x = 0, y = 0, width = from.width / ratio - x, height = from.height / ratio - y } = options
      const to = document.createElement('canvas')
      to.width = options.destWidth ?? width * ratio
      to.height = options.destHeight ?? height * ratio
      to.getContext('2d')?.drawImage(
        from,
        x * ratio,
        y * ratio,
        width * ratio,
        height * ratio,
        0,
        0,
        to.width,
        to.height,
      )
      const type = options.fileType === 'jpg' ? 'image/jpeg' : 'image/png'
      const blob = await new Promise<Blob | null>((done) => to.toBlob(done, type, options.quality))
      if (!blob) throw new WxFailure('create bitmap failed')
      return { tempFilePath: phone.files.put(blob, options.fileType ?? 'png') }
    },
  }),
})

function surface(phone: Phone, canvasId: string): HTMLCanvasElement | null {
  const found = phone
    .currentPage()
    ?.window.document.querySelector(`wx-canvas[canvas-id="${CSS.escape(canvasId)}"]`)
  return ((found && builtinOf(found)?.instance.node?.()) as HTMLCanvasElement | undefined) ?? null
}

/** Asked anew at every call: the element may come later than its context. */
function inside(
  phone: Phone,
  tag: string,
  id: string,
): Record<string, (...args: unknown[]) => unknown> | null {
  const document = phone.currentPage()?.window.document
  const found = document ? byId(document, id) : null
  const drawn = found?.localName === tag ? builtinOf(found) : undefined
  return (drawn?.instance.context?.() as Record<string, (...args: unknown[]) => unknown> | undefined) ?? null
}

function contextOf(phone: Phone, tag: string, id: string): object {
  return new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name === 'string' && name !== 'then'
          ? (...args: unknown[]) => inside(phone, tag, id)?.[name]?.(...args)
          : undefined,
    },
  )
}

interface Place {
  longitude: number
  latitude: number
}

function mapContext(phone: Phone, id: string): Record<string, unknown> {
  const map = () => {
    const found = inside(phone, 'wx-map', id)
    if (!found) throw new WxFailure(`map "${id}" not found`)
    return found
  }
  const calls = {
    getCenterLocation: () => map().centre?.(),
    getRegion: () => map().region?.(),
    getScale: () => ({ scale: map().scale?.() }),
    moveToLocation: (place: Partial<Place>) => void map().moveTo?.(place),
    includePoints: ({ points, padding = [40] }: { points: Place[]; padding?: number[] }) =>
      void map().include?.(points, Math.max(...padding)),
    translateMarker: ({ markerId, destination }: { markerId: number; destination: Place }) =>
      void map().moveMarker?.(markerId, destination),
    addMarkers: ({ markers, clear = false }: { markers: unknown[]; clear?: boolean }) =>
      void map().setMarkers?.((present: unknown[]) => (clear ? markers : [...present, ...markers])),
    removeMarkers: ({ markerIds }: { markerIds: unknown[] }) =>
      void map().setMarkers?.((present: { id?: unknown }[]) =>
        present.filter((one) => !markerIds.includes(one.id)),
      ),
    toScreenLocation: (place: Place) => map().point?.(place),
    fromScreenLocation: ({ x, y }: { x: number; y: number }) => map().place?.(x, y),
  }
  return asynchronous(calls)
}
