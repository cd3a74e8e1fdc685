/** Web Mercator in a view of CSS px, as WeChat's map has it (GCJ-02 taken as it is: no shift is made). */
export interface MapView {
  longitude: number
  latitude: number
  /** 3–20; one more doubles the size. */
  scale: number
  width: number
  height: number
}

export interface Place {
  longitude: number
  latitude: number
}

const world = (scale: number) => 256 * 2 ** scale
const x = (longitude: number) => (longitude + 180) / 360
const y = (latitude: number) => {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

export function toPoint(view: MapView, place: Place): { x: number; y: number } {
  const size = world(view.scale)
  return {
    x: (x(place.longitude) - x(view.longitude)) * size + view.width / 2,
    y: (y(place.latitude) - y(view.latitude)) * size + view.height / 2,
  }
}

export function toPlace(view: MapView, point: { x: number; y: number }): Place {
  const size = world(view.scale)
  const atX = x(view.longitude) + (point.x - view.width / 2) / size
  const atY = y(view.latitude) + (point.y - view.height / 2) / size
  return {
    longitude: atX * 360 - 180,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * atY))) * 180) / Math.PI,
  }
}

/** CSS px for a metre at the view's centre. */
export function pixelsPerMetre(view: MapView): number {
  return world(view.scale) / (40_075_016.686 * Math.cos((view.latitude * Math.PI) / 180))
}

/** The view that shows all places, with padding in CSS px. */
export function including(view: MapView, places: readonly Place[], padding: number): MapView {
  if (places.length === 0) return view
  const west = Math.min(...places.map((place) => place.longitude))
  const east = Math.max(...places.map((place) => place.longitude))
  const south = Math.min(...places.map((place) => place.latitude))
  const north = Math.max(...places.map((place) => place.latitude))
  const across = Math.max(x(east) - x(west), 1e-9) / Math.max(1, view.width - 2 * padding)
  const down = Math.max(y(south) - y(north), 1e-9) / Math.max(1, view.height - 2 * padding)
  const scale = Math.min(18, Math.max(3, Math.floor(Math.log2(1 / (Math.max(across, down) * 256)))))
  return { ...view, scale, longitude: (west + east) / 2, latitude: (south + north) / 2 }
}
