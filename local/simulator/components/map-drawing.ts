import type { BuiltinHost } from '../runtime/builtin'
import { pixelsPerMetre, toPoint, type MapView, type Place } from './map-projection'

interface Marker extends Place {
  id?: number
  title?: string
  iconPath?: string
  width?: number | string
  height?: number | string
  alpha?: number
  rotate?: number
  zIndex?: number
  anchor?: { x: number; y: number }
  ariaLabel?: string
  label?: { content: string; color?: string; fontSize?: number; bgColor?: string; padding?: number }
  callout?: Callout
}
interface Callout {
  content: string
  color?: string
  fontSize?: number
  bgColor?: string
  borderRadius?: number
  padding?: number
  display?: 'BYCLICK' | 'ALWAYS'
}
interface Line {
  points: Place[]
  color?: string
  width?: number
  dottedLine?: boolean
}
interface Circle extends Place {
  radius: number
  color?: string
  fillColor?: string
  strokeWidth?: number
}
interface Polygon {
  points: Place[]
  strokeColor?: string
  strokeWidth?: number
  fillColor?: string
}

export interface MapContents {
  readonly markers: readonly unknown[]
  readonly polyline: readonly unknown[]
  readonly circles: readonly unknown[]
  readonly polygons: readonly unknown[]
  readonly showLocation: boolean
}

export interface MapDrawing {
  draw(view: MapView, contents: MapContents): void
  point(view: MapView, place: Place): { x: number; y: number }
}

/** WeChat's red pin. */
const pin =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 40'%3E%3Cpath d='M15 39C8 28 3 22 3 14a12 12 " +
  "0 0 1 24 0c0 8-5 14-12 25z' fill='%23e64340' stroke='%23fff' stroke-width='1.5'/%3E%3Ccircle cx='15' cy='14' r='5' " +
  "fill='%23fff'/%3E%3C/svg%3E"

/** px, whatever the app wrote: 30, '30', '30px', '60rpx'. */
function length(value: number | string | undefined, otherwise: number, window: Window): number {
  const number = parseFloat(String(value ?? otherwise))
  return String(value).endsWith('rpx') ? (number * window.innerWidth) / 750 : number
}

/** Draws the map inside its element; colours are #RRGGBBAA, which CSS knows too. */
export function drawMap(
  host: BuiltinHost,
  on: { marker(id: number | undefined): void; callout(id: number | undefined): void; zoom(by: number): void },
): MapDrawing {
  const { document, element, window } = host
  const layer = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  layer.setAttribute('class', 'wx-map-layer')
  const markers = document.createElement('div')
  const note = document.createElement('div')
  note.className = 'wx-map-note'
  note.textContent = '示意图 · 无底图'
  const zooms = document.createElement('div')
  zooms.className = 'wx-map-zoom'
  for (const [words, label, by] of [
    ['+', '放大', 1],
    ['−', '缩小', -1],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words
    button.setAttribute('aria-label', label)
    button.addEventListener('click', () => on.zoom(by))
    zooms.append(button)
  }
  element.append(layer, markers, note, zooms)
  element.setAttribute('role', 'application')

  const shape = (name: string, attributes: Record<string, string | number>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
    return made
  }
  const path = (view: MapView, points: readonly Place[]) =>
    points
      .map((place) => toPoint(view, place))
      .map(({ x, y }) => `${x},${y}`)
      .join(' ')
  /** Streets that move with the map, so that one sees it move. */
  const streets = (view: MapView) => {
    const step = 360 / 2 ** Math.round(view.scale + 1.5)
    const west = Math.floor((view.longitude - step * 8) / step) * step
    const south = Math.floor((view.latitude - step * 8) / step) * step
    return Array.from({ length: 17 }, (_, at) => at).flatMap((at) => {
      const { x, y } = toPoint(view, { longitude: west + at * step, latitude: south + at * step })
      const wide = Math.round((west + at * step) / step) % 4 === 0 ? 9 : 5
      const high = Math.round((south + at * step) / step) % 4 === 0 ? 9 : 5
      return [
        shape('line', { x1: x, x2: x, y1: 0, y2: view.height, stroke: '#fff', 'stroke-width': wide }),
        shape('line', { x1: 0, x2: view.width, y1: y, y2: y, stroke: '#fff', 'stroke-width': high }),
      ]
    })
  }
  const opened = new Set<number | undefined>()
  const drawMarker = (view: MapView, marker: Marker, again: () => void): HTMLElement[] => {
    const { x, y } = toPoint(view, marker)
    const width = length(marker.width, 30, window)
    const height = length(marker.height, 40, window)
    const anchor = marker.anchor ?? { x: 0.5, y: 1 }
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'wx-map-marker'
    made.setAttribute('aria-label', marker.ariaLabel ?? marker.title ?? marker.callout?.content ?? '标记')
    made.style.cssText = `left:${x - width * anchor.x}px;top:${y - height * anchor.y}px;width:${width}px;height:${height}px;
      opacity:${marker.alpha ?? 1};z-index:${marker.zIndex ?? 0};transform:rotate(${marker.rotate ?? 0}deg)`
    const picture = document.createElement('img')
    picture.alt = ''
    picture.src = marker.iconPath ? host.phone.resourceUrl(marker.iconPath, host.page) : pin
    made.append(picture)
    made.addEventListener('click', () => {
      if (opened.has(marker.id)) opened.delete(marker.id)
      else opened.add(marker.id)
      on.marker(marker.id)
      again()
    })
    const words = marker.callout ?? (marker.title ? { content: marker.title } : undefined)
    const pieces: HTMLElement[] = [made]
    if (words && ((words as Callout).display === 'ALWAYS' || opened.has(marker.id))) {
      pieces.push(bubble(words as Callout, x, y - height * anchor.y - 6, () => on.callout(marker.id)))
    }
    if (marker.label) pieces.push(bubble({ ...marker.label }, x, y + 22, () => on.marker(marker.id)))
    return pieces
  }
  const bubble = (callout: Callout, x: number, y: number, tapped: () => void) => {
    const made = document.createElement('div')
    made.className = 'wx-map-callout'
    made.textContent = callout.content
    made.style.cssText = `left:${x}px;top:${y}px;color:${callout.color ?? ''};background:${callout.bgColor ?? ''};
      font-size:${callout.fontSize ?? 12}px;border-radius:${callout.borderRadius ?? 6}px;
      ${callout.padding === undefined ? '' : `padding:${callout.padding}px`}`
    made.addEventListener('click', tapped)
    return made
  }
  const draw: MapDrawing['draw'] = (view, contents) => {
    if (view.width === 0) return
    layer.replaceChildren(
      ...streets(view),
      ...(contents.polygons as Polygon[]).map((polygon) =>
        shape('polygon', {
          points: path(view, polygon.points),
          fill: polygon.fillColor ?? 'none',
          stroke: polygon.strokeColor ?? '#000',
          'stroke-width': polygon.strokeWidth ?? 1,
        }),
      ),
      ...(contents.circles as Circle[]).map((circle) => {
        const { x, y } = toPoint(view, circle)
        return shape('circle', {
          cx: x,
          cy: y,
          r: circle.radius * pixelsPerMetre(view),
          fill: circle.fillColor ?? 'none',
          stroke: circle.color ?? '#000',
          'stroke-width': circle.strokeWidth ?? 1,
        })
      }),
      ...(contents.polyline as Line[]).map((line) =>
        shape('polyline', {
          points: path(view, line.points),
          fill: 'none',
          stroke: line.color ?? '#000',
          'stroke-width': line.width ?? 1,
          'stroke-dasharray': line.dottedLine ? '6 4' : 'none',
        }),
      ),
      ...(contents.showLocation
        ? [
            shape('circle', {
              cx: view.width / 2,
              cy: view.height / 2,
              r: 7,
              fill: '#1F5EFF',
              stroke: '#fff',
              'stroke-width': 3,
            }),
          ]
        : []),
    )
    markers.replaceChildren(
      ...(contents.markers as Marker[]).flatMap((marker) =>
        drawMarker(view, marker, () => draw(view, contents)),
      ),
    )
  }
  return { draw, point: toPoint }
}
