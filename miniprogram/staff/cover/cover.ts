import { currentLook, followLook } from '../../services/look'
import { type Box, boxBetween, cover } from './covering'

/** Longest side of the copy, px: enough to see what is wrong, small enough for an old phone. */
const longest = 1280
/** Beside and around the photo, CSS px; the photo never takes more of the height than leaves room for the buttons. */
const margins = 32
const heightShare = 0.6

type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

type Finger = Pick<WechatMiniprogram.TouchDetail, 'clientX' | 'clientY'>

/** What the page that asked hears: the copy's path, or that this photo stays unpublished. */
export interface Reviewed {
  fileId: string
  path?: string
}

/** The reviewer looks at one photo in full and covers faces, plates and names; only the covered copy is published. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    position: '',
    width: 0,
    height: 0,
    covered: 0,
    busy: false,
    problem: '',
  },
  fileId: '',
  boxes: [] as Box[],
  from: undefined as Finger | undefined,
  to: undefined as Finger | undefined,
  /** Where the photo lies on the screen; the page may have been scrolled since the last stroke. */
  corner: { left: 0, top: 0 },
  measured: Promise.resolve(),
  canvas: undefined as WechatMiniprogram.Canvas | undefined,
  image: undefined as WechatMiniprogram.Image | undefined,

  onLoad({ fileId = '', position = '' }: { fileId?: string; position?: string }) {
    this.fileId = decodeURIComponent(fileId)
    this.setData({ position: decodeURIComponent(position) })
  },

  onReady() {
    void this.open()
  },

  onShow() {
    followLook(this)
  },

  async open() {
    this.setData({ state: 'loading', problem: '' })
    try {
      const { tempFilePath } = await wx.cloud.downloadFile({ fileID: this.fileId })
      this.canvas = await canvasOf(this)
      this.image = await imageAt(this.canvas, tempFilePath)
      const { width, height } = this.image
      const scale = Math.min(1, longest / Math.max(width, height))
      this.canvas.width = Math.round(width * scale)
      this.canvas.height = Math.round(height * scale)
      this.setData({ state: 'ready', ...shownSize(this.canvas) })
      this.draw()
    } catch {
      this.setData({ state: 'error' })
    }
  },

  /** The photo as it will be published, and around what is being drawn a frame. */
  draw() {
    const { canvas, image } = this
    if (!canvas || !image) return
    const pen = canvas.getContext('2d') as Pen
    pen.drawImage(image as unknown as Parameters<Pen['drawImage']>[0], 0, 0, canvas.width, canvas.height)
    for (const { left, top, width, height } of this.boxes) {
      const pixels = pen.getImageData(left, top, width, height)
      cover(pixels)
      pen.putImageData(pixels, left, top)
    }
    const drawn = this.drawn()
    if (!drawn) return
    pen.strokeStyle = '#d92d20'
    pen.lineWidth = Math.max(2, canvas.width / 200)
    pen.strokeRect(drawn.left, drawn.top, drawn.width, drawn.height)
  },

  drawn(): Box | undefined {
    const { from, to, canvas } = this
    return from && to && canvas ? boxBetween(this.pointOf(from), this.pointOf(to), canvas) : undefined
  },

  start(event: WechatMiniprogram.TouchEvent) {
    const touch = event.touches[0]
    if (!touch || this.data.busy) return
    this.from = touch
    this.to = touch
    this.measured = this.measure()
  },

  move(event: WechatMiniprogram.TouchEvent) {
    const touch = event.touches[0]
    if (!touch || !this.from) return
    this.to = touch
    this.draw()
  },

  async end(event: WechatMiniprogram.TouchEvent) {
    const touch = event.changedTouches[0]
    if (!this.from) return
    if (touch) this.to = touch
    // A tap is over before the phone has said where the photo lies.
    await this.measured
    const box = this.drawn()
    this.from = undefined
    if (box) this.boxes.push(box)
    this.changed()
  },

  measure(): Promise<void> {
    return new Promise((resolve) => {
      this.createSelectorQuery()
        .select('#photo')
        .boundingClientRect(({ left, top }) => {
          this.corner = { left, top }
          resolve()
        })
        .exec()
    })
  },

  /** From the screen to the photo's own pixels. */
  pointOf({ clientX, clientY }: Finger) {
    const scale = (this.canvas?.width ?? 0) / (this.data.width || 1)
    return { x: (clientX - this.corner.left) * scale, y: (clientY - this.corner.top) * scale }
  },

  undo() {
    this.boxes.pop()
    this.changed()
  },

  undoAll() {
    this.boxes = []
    this.changed()
  },

  changed() {
    this.draw()
    this.setData({ covered: this.boxes.length })
  },

  async done() {
    const { canvas } = this
    if (!canvas || this.data.busy) return
    this.setData({ busy: true, problem: '' })
    try {
      const { width: destWidth, height: destHeight } = canvas
      const { tempFilePath: path } = await wx.canvasToTempFilePath({
        canvas,
        destWidth,
        destHeight,
        fileType: 'jpg',
        quality: 0.85,
      })
      this.tell({ fileId: this.fileId, path })
    } catch {
      this.setData({ busy: false, problem: '这张照片没有存上，请再点一次。' })
    }
  },

  leaveOut() {
    this.tell({ fileId: this.fileId })
  },

  tell(reviewed: Reviewed) {
    this.getOpenerEventChannel().emit?.('reviewed', reviewed)
    void wx.navigateBack()
  },
})

function shownSize({ width, height }: { width: number; height: number }) {
  const { windowWidth, windowHeight } = wx.getWindowInfo()
  const scale = Math.min((windowWidth - margins) / width, (windowHeight * heightShare) / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

const canvasOf = (page: WechatMiniprogram.Page.TrivialInstance) =>
  new Promise<WechatMiniprogram.Canvas>((resolve) => {
    page
      .createSelectorQuery()
      .select('#photo')
      .node(({ node }) => resolve(node as WechatMiniprogram.Canvas))
      .exec()
  })

const imageAt = (canvas: WechatMiniprogram.Canvas, src: string) =>
  new Promise<WechatMiniprogram.Image>((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('a photo that cannot be drawn'))
    image.src = src
  })
