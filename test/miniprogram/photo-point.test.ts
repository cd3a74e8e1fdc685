import { expect, test } from 'vitest'
import { onChinasMaps } from '../../miniprogram/services/china-map'
import { pointIn } from '../../miniprogram/services/photo-point'
import { exif, gpsExif, jpeg, png, segment } from '../support/photos'

const photo = (...given: Parameters<typeof gpsExif>) =>
  jpeg(segment(0xe0, [1]), segment(0xe1, gpsExif(...given)))

// Vectors of the published approximation (eviltransform's own tests), to 5 places.
test.each([
  ['Shanghai', [31.1774276, 121.5272106], [31.1753, 121.53154]],
  ['Shenzhen', [22.543847, 113.912316], [22.5408, 113.91718]],
  ['Beijing', [39.911954, 116.377817], [39.91335, 116.38405]],
  ['outside China nothing moves: Paris', [48.8566, 2.3522], [48.8566, 2.3522]],
] as const)('%s stands on WeChat’s map where it is', (_, [latitude, longitude], [north, east]) => {
  const point = onChinasMaps({ latitude, longitude })
  expect(point.latitude).toBeCloseTo(north, 5)
  expect(point.longitude).toBeCloseTo(east, 5)
})

test.each([
  ['big end first', false],
  ['little end first', true],
])('a photo tells where it was taken, %s', (_, little) => {
  expect(pointIn(photo([31, 10, 38.74], [121, 31, 37.96], little))).toEqual({
    latitude: 31.1753,
    longitude: 121.53154,
  })
})

test('south and west are negative', () => {
  const point = pointIn(photo([33, 52, 4], [70, 40, 0], false, 'SW'))
  expect(point).toEqual({ latitude: -33.86778, longitude: -70.66667 })
})

test.each([
  ['without a place', jpeg(segment(0xe1, exif(1)))],
  ['without a fix', photo([0, 0, 0], [0, 0, 0])],
  ['that is broken off', photo([31, 10, 38], [121, 31, 37]).subarray(0, 60)],
  [
    'whose table points nowhere',
    jpeg(segment(0xe1, [...Buffer.from('Exif\0\0MM'), 0, 42, 255, 255, 255, 255])),
  ],
  ['of another format', png()],
  ['that is empty', new Uint8Array()],
])('a photo %s tells none', (_, bytes) => {
  expect(pointIn(bytes)).toBeUndefined()
})
