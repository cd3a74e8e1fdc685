export interface Point {
  longitude: number
  latitude: number
}

/** Krasovsky's ellipsoid: half of the long axis in metres, and the square of its eccentricity. */
const halfAxis = 6_378_245
const eccentricity2 = 0.006_693_421_622_965_943

/** Maps of China stand up to 700 m beside what satellites measure (GCJ-02); elsewhere they don't. */
const china = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 }

/** From what a camera measured (WGS-84) to WeChat's maps, by the published approximation; 5 places are a metre. */
export function onChinasMaps({ longitude, latitude }: Point): Point {
  const isInside =
    longitude > china.west && longitude < china.east && latitude > china.south && latitude < china.north
  if (!isInside) return rounded({ longitude, latitude })
  const [x, y] = [longitude - 105, latitude - 35]
  const radians = (latitude / 180) * Math.PI
  const bend = 1 - eccentricity2 * Math.sin(radians) ** 2
  const metresNorth = ((halfAxis * (1 - eccentricity2)) / (bend * Math.sqrt(bend))) * (Math.PI / 180)
  const metresEast = (halfAxis / Math.sqrt(bend)) * Math.cos(radians) * (Math.PI / 180)
  return rounded({
    longitude: longitude + shiftEast(x, y) / metresEast,
    latitude: latitude + shiftNorth(x, y) / metresNorth,
  })
}

const wave = (x: number, of: number) => Math.sin((x / of) * Math.PI)

const ripple = (x: number) => ((20 * wave(x, 1 / 6) + 20 * wave(x, 1 / 2)) * 2) / 3

const shiftNorth = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  ((20 * wave(y, 1) + 40 * wave(y, 3)) * 2) / 3 +
  ((160 * wave(y, 12) + 320 * wave(y, 30)) * 2) / 3

const shiftEast = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  ((20 * wave(x, 1) + 40 * wave(x, 3)) * 2) / 3 +
  ((150 * wave(x, 12) + 300 * wave(x, 30)) * 2) / 3

const rounded = ({ longitude, latitude }: Point): Point => ({
  longitude: Math.round(longitude * 1e5) / 1e5,
  latitude: Math.round(latitude * 1e5) / 1e5,
})
