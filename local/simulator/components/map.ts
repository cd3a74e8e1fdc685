import { builtin } from '../runtime/builtin'
import { draggable } from './drag'
import { drawMap, type MapDrawing } from './map-drawing'
import { including, toPlace, type MapView, type Place } from './map-projection'

/** 地图:没有网络瓦片,画一张素底的示意图;标记、连线、圆、多边形、拖动与缩放是真的。 */
export const map = builtin({
  tag: 'map',
  properties: {
    longitude: Number,
    latitude: Number,
    scale: { type: Number, value: 16 },
    minScale: { type: Number, value: 3 },
    maxScale: { type: Number, value: 20 },
    markers: { type: Array, value: [] },
    polyline: { type: Array, value: [] },
    circles: { type: Array, value: [] },
    polygons: { type: Array, value: [] },
    includePoints: { type: Array, value: [] },
    showLocation: Boolean,
    showScale: Boolean,
    showCompass: Boolean,
    enableZoom: { type: Boolean, value: true },
    enableScroll: { type: Boolean, value: true },
    enableRotate: Boolean,
    enableOverlooking: Boolean,
    enableSatellite: Boolean,
    enableTraffic: Boolean,
    enablePoi: { type: Boolean, value: true },
    enableBuilding: { type: Boolean, value: true },
    setting: Object,
    subkey: String,
    layerStyle: null,
  },
  style: `
wx-map { position: relative; display: block; width: 300px; height: 150px; overflow: hidden; background: #eef1ea;
  touch-action: none; user-select: none }
.wx-map-layer { position: absolute; inset: 0; width: 100%; height: 100% }
.wx-map-marker { position: absolute; border: 0; padding: 0; background: none; cursor: pointer }
.wx-map-marker > img { display: block; width: 100%; height: 100%; pointer-events: none }
.wx-map-callout { position: absolute; width: max-content; max-width: 200px; padding: 6px 10px; border-radius: 6px;
  background: #fff; color: #000; font-size: 12px; box-shadow: 0 1px 4px rgba(0,0,0,.2); transform: translate(-50%, -100%);
  white-space: pre-line; cursor: pointer }
.wx-map-note { position: absolute; bottom: 4px; left: 6px; color: #8a8f99; font-size: 10px; pointer-events: none }
.wx-map-zoom { position: absolute; right: 8px; bottom: 8px; display: flex; flex-direction: column; gap: 1px }
.wx-map-zoom > button { width: 28px; height: 28px; border: 0; background: #fff; color: #333; font: inherit; font-size: 18px; line-height: 1;
  box-shadow: 0 1px 3px rgba(0,0,0,.2) }`,
  mount(host) {
    const { element, window } = host
    const view: MapView = { longitude: 0, latitude: 0, scale: 16, width: 0, height: 0 }
    const corner = (x: number, y: number) => toPlace(view, { x, y })
    const region = () => ({ southwest: corner(0, view.height), northeast: corner(view.width, 0) })
    const drawing: MapDrawing = drawMap(host, {
      marker: (markerId) => host.trigger('markertap', { markerId }),
      callout: (markerId) => host.trigger('callouttap', { markerId }),
      zoom: (by) => zoom(by),
    })
    const draw = () => drawing.draw(view, host.props)
    const tell = (type: 'begin' | 'end', causedBy: string): void => {
      host.trigger('regionchange', {
        type,
        causedBy,
        ...(type === 'end'
          ? {
              centerLocation: { longitude: view.longitude, latitude: view.latitude },
              scale: view.scale,
              region: region(),
            }
          : {}),
      })
    }
    const move = (to: Partial<MapView>, causedBy: string): void => {
      tell('begin', causedBy === 'update' ? 'update' : 'gesture')
      Object.assign(view, to)
      draw()
      tell('end', causedBy)
    }
    const zoom = (by: number): void => {
      if (!host.props.enableZoom) return
      const scale = Math.min(host.props.maxScale, Math.max(host.props.minScale, view.scale + by))
      if (scale === view.scale) return
      host.keep('scale', scale)
      move({ scale }, 'scale')
    }
    let from: MapView = view
    draggable(host, {
      begins: () => host.props.enableScroll,
      start() {
        from = { ...view }
        tell('begin', 'gesture')
      },
      move({ dx, dy }) {
        const centre = toPlace(from, { x: from.width / 2 - dx, y: from.height / 2 - dy })
        Object.assign(view, centre)
        draw()
      },
      end: () => tell('end', 'drag'),
    })
    element.addEventListener('wheel', (event) => {
      event.preventDefault()
      zoom(event.deltaY < 0 ? 1 : -1)
    })
    let finger = { clientX: 0, clientY: 0 }
    host.on('touchstart', ({ touches: [touch] }) => {
      if (touch) finger = touch
    })
    host.on('tap', (event) => {
      if (event.notes.has('map')) return
      event.notes.add('map')
      const box = element.getBoundingClientRect()
      const place = corner(finger.clientX - box.left, finger.clientY - box.top)
      Object.assign(event.detail as object, place)
    })
    const resized = new window.ResizeObserver(() => {
      Object.assign(view, { width: element.clientWidth, height: element.clientHeight })
      draw()
    })
    const points = () => host.props.includePoints as Place[]
    return {
      attached() {
        Object.assign(view, { width: element.clientWidth, height: element.clientHeight })
        if (points().length > 0) Object.assign(view, including(view, points(), 40))
        resized.observe(element)
        draw()
        window.requestAnimationFrame(() => host.trigger('updated', {}))
      },
      detached: () => resized.disconnect(),
      update(changed) {
        const moved = ['longitude', 'latitude', 'scale'].some((name) => changed.has(name))
        const { longitude, latitude, scale } = host.props
        if (changed.has('includePoints') && points().length > 0 && view.width > 0) {
          move(including(view, points(), 40), 'update')
        } else if (moved && element.isConnected) move({ longitude, latitude, scale }, 'update')
        else if (moved) Object.assign(view, { longitude, latitude, scale })
        draw()
      },
      context: () => ({
        centre: () => ({ longitude: view.longitude, latitude: view.latitude }),
        region,
        scale: () => view.scale,
        moveTo: (place: Place) => move(place, 'update'),
        include: (places: Place[], padding: number) => move(including(view, places, padding), 'update'),
        moveMarker: (id: number, place: Place) => {
          const markers = (host.props.markers as { id?: number }[]).map((marker) =>
            marker.id === id ? { ...marker, ...place } : marker,
          )
          host.keep('markers', markers)
          draw()
        },
        setMarkers: (change: (markers: unknown[]) => unknown[]) => {
          host.keep('markers', change(host.props.markers))
          draw()
        },
        point: (place: Place) => drawing.point(view, place),
        place: (x: number, y: number) => corner(x, y),
      }),
    }
  },
})
