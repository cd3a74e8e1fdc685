/**
 * Words on a canvas in the phone's own font. A phone has its fonts whole, here they come in slices: words whose slice
 * isn't there yet are drawn when it is, unless the canvas was cleared or resized meanwhile.
 */
export function inPhoneFont(
  canvas: HTMLCanvasElement,
  window: Window & typeof globalThis,
): HTMLCanvasElement {
  const original = canvas.getContext.bind(canvas)
  let known: CanvasRenderingContext2D | undefined
  const context = (type: string, settings?: unknown) => {
    if (type !== '2d') return original(type, settings)
    known ??= dressed(original('2d', settings) as CanvasRenderingContext2D, window)
    return known
  }
  return Object.assign(canvas, { getContext: context as HTMLCanvasElement['getContext'] })
}

function dressed(
  context: CanvasRenderingContext2D,
  window: Window & typeof globalThis,
): CanvasRenderingContext2D {
  const { document } = window
  const family = window.getComputedStyle(document.documentElement).getPropertyValue('--phone-font').trim()
  const plain = Object.getOwnPropertyDescriptor(window.CanvasRenderingContext2D.prototype, 'font')
  if (!family || !plain?.set || !plain.get) return context
  const { get, set } = plain
  Object.defineProperty(context, 'font', {
    get: () => get.call(context) as string,
    set: (font: string) => set.call(context, font.replace(/\bsans-serif\b/, family)),
  })

  let page = 0
  const clear = context.clearRect.bind(context)
  context.clearRect = (...box) => {
    page += 1
    clear(...box)
  }
  const write = context.fillText.bind(context)
  context.fillText = (text, ...place) => {
    if (document.fonts.check(context.font, text)) return write(text, ...place)
    const { font, fillStyle, textAlign, textBaseline, globalAlpha, canvas } = context
    const look = { font, fillStyle, textAlign, textBaseline, globalAlpha }
    const transform = context.getTransform()
    const [started, width, height] = [page, canvas.width, canvas.height]
    void document.fonts.load(font, text).then(() => {
      if (page !== started || canvas.width !== width || canvas.height !== height) return
      context.save()
      context.setTransform(transform)
      Object.assign(context, look)
      write(text, ...place)
      context.restore()
    })
  }
  return context
}
