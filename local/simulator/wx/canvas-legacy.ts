import type { Phone } from '../runtime/phone'

type Pen = CanvasRenderingContext2D
type Stroke = (pen: Pen) => void

/** Setters of the old interface → properties of the browser's. */
const setters = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setLineWidth: 'lineWidth',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setMiterLimit: 'miterLimit',
  setGlobalAlpha: 'globalAlpha',
  setTextAlign: 'textAlign',
  setTextBaseline: 'textBaseline',
} as const

const methods = [
  'arc',
  'arcTo',
  'beginPath',
  'bezierCurveTo',
  'clearRect',
  'clip',
  'closePath',
  'fill',
  'fillRect',
  'fillText',
  'lineTo',
  'moveTo',
  'quadraticCurveTo',
  'rect',
  'restore',
  'rotate',
  'save',
  'scale',
  'setTransform',
  'stroke',
  'strokeRect',
  'strokeText',
  'transform',
  'translate',
] as const

const plain = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
] as const

/** wx.createCanvasContext: strokes are kept and put on the canvas by `draw`, in CSS px. */
export function legacyContext(phone: Phone, find: () => HTMLCanvasElement | null): Record<string, unknown> {
  let strokes: Stroke[] = []
  let fontSize = 10
  const context: Record<string, unknown> = {
    setFontSize: (size: number) => {
      fontSize = size
      strokes.push((pen) => (pen.font = `${size}px sans-serif`))
    },
    setLineDash: (pattern: number[], offset = 0) =>
      void strokes.push((pen) => {
        pen.setLineDash(pattern)
        pen.lineDashOffset = offset
      }),
    setShadow: (x: number, y: number, blur: number, color: string) =>
      void strokes.push((pen) =>
        Object.assign(pen, { shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: color }),
      ),
    measureText: (text: string) => {
      const pen = document.createElement('canvas').getContext('2d') as Pen
      pen.font = `${fontSize}px sans-serif`
      return { width: pen.measureText(text).width }
    },
    createLinearGradient: (...ends: [number, number, number, number]) =>
      later((pen) => pen.createLinearGradient(...ends)),
    createCircularGradient: (x: number, y: number, r: number) =>
      later((pen) => pen.createRadialGradient(x, y, 0, x, y, r)),
    drawImage: (path: string, ...place: number[]) => {
      const picture = new Image()
      picture.src = phone.resourceUrl(path)
      pictures.push(picture.decode().catch(() => undefined))
      strokes.push((pen) => pen.drawImage(picture, ...(place as [number, number])))
    },
    draw: (keep: boolean | (() => void) = false, done?: () => void) => {
      const run = strokes
      const wait = pictures
      strokes = []
      pictures = []
      void Promise.all(wait).then(() => {
        paint(find(), run, keep === true)
        ;(typeof keep === 'function' ? keep : done)?.()
      })
    },
  }
  let pictures: Promise<void>[] = []
  for (const [name, property] of Object.entries(setters)) {
    context[name] = (value: unknown) =>
      void strokes.push((pen) => Object.assign(pen, { [property]: real(value, pen) }))
  }
  for (const name of methods) {
    context[name] = (...args: never[]) =>
      void strokes.push((pen) => (pen[name] as (...args: never[]) => void)(...args))
  }
  for (const property of plain) {
    Object.defineProperty(context, property, {
      set: (value: unknown) =>
        void strokes.push((pen) => Object.assign(pen, { [property]: real(value, pen) })),
    })
  }
  return context
}

interface LaterGradient {
  addColorStop(at: number, color: string): void
  make(pen: Pen): CanvasGradient
}

function later(make: (pen: Pen) => CanvasGradient): LaterGradient {
  const stops: [number, string][] = []
  return {
    addColorStop: (at, color) => void stops.push([at, color]),
    make: (pen) => {
      const gradient = make(pen)
      for (const [at, color] of stops) gradient.addColorStop(at, color)
      return gradient
    },
  }
}

function real(value: unknown, pen: Pen): unknown {
  return typeof value === 'object' && value !== null && 'make' in value
    ? (value as LaterGradient).make(pen)
    : value
}

function paint(canvas: HTMLCanvasElement | null, strokes: readonly Stroke[], keep: boolean): void {
  const pen = canvas?.getContext('2d')
  if (!canvas || !pen) return
  const ratio = window.devicePixelRatio
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  if (!keep || canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.font = '10px sans-serif'
  for (const stroke of strokes) stroke(pen)
}
