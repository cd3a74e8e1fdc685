import { type Drawing, heightOf } from './drawing'
import { init } from './echarts'
import { optionOf } from './option'

type Chart = ReturnType<typeof init>

/** What stands on a component's canvas: letting go of it also wipes the canvas. */
const drawn = new WeakMap<object, Chart>()

interface Surface {
  node: WechatMiniprogram.Canvas
  width: number
  height: number
}

/** A drawing on a canvas. `label` is the same in one sentence, for those who can't see it; the page lists the numbers below. */
Component({
  properties: {
    drawing: { type: Object, value: null as Drawing | null },
    label: { type: String, value: '' },
    /** Class of the page's look: `elder contrast`. */
    look: { type: String, value: '' },
  },
  data: { height: 0 },
  observers: {
    'drawing, look'(drawing: Drawing | null, look: string) {
      if (!drawing) return
      const height = heightOf(drawing, look.includes('elder'))
      if (height === this.data.height) this.draw()
      else this.setData({ height }, () => this.draw())
    },
  },
  lifetimes: {
    ready() {
      this.draw()
    },
    detached() {
      drawn.get(this)?.dispose()
      drawn.delete(this)
    },
  },
  pageLifetimes: {
    resize() {
      this.draw()
    },
  },
  methods: {
    draw() {
      const drawing = this.properties.drawing as Drawing | null
      if (!drawing || this.data.height === 0) return
      this.createSelectorQuery()
        .select('#surface')
        .fields({ node: true, size: true })
        .exec(([found]: (Surface | null)[]) => {
          // Not laid out yet, or gone with its page: `ready` and `resize` come again.
          if (!found?.node || !found.width) return
          const look = this.properties.look
          const sight = {
            elder: look.includes('elder'),
            contrast: look.includes('contrast'),
            width: found.width,
          }
          drawn.get(this)?.dispose()
          drawn.set(this, paint(found, optionOf(drawing, sight)))
        })
    },
  },
})

/**
 * Draws once: no listeners, no timers left on a phone. `ssr` keeps the library from asking for a browser's events, which
 * a canvas in WeChat doesn't have.
 */
function paint({ node, width, height }: Surface, option: ReturnType<typeof optionOf>): Chart {
  const surface = {
    getContext: () => node.getContext('2d') as unknown,
    set width(pixels: number) {
      node.width = pixels
    },
    get width() {
      return node.width
    },
    set height(pixels: number) {
      node.height = pixels
    },
    get height() {
      return node.height
    },
  }
  const chart = init(surface as unknown as Parameters<typeof init>[0], null, {
    renderer: 'canvas',
    ssr: true,
    width,
    height,
    devicePixelRatio: wx.getWindowInfo().pixelRatio,
  })
  chart.setOption(option)
  const paper = chart.getZr()
  paper.refreshImmediately()
  paper.animation.stop()
  return chart
}
