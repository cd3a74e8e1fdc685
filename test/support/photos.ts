/** What a camera writes into a file, made here byte by byte. */
const text = (words: string) => [...Buffer.from(words, 'latin1')]
const big16 = (n: number) => [n >> 8, n & 255]
const big32 = (n: number) => [...big16(n >>> 16), ...big16(n & 65535)]

export const place = 'N39.9042E116.4074'
export const owner = 'WANG-XIAOMING'

/** A JPEG segment. @param marker the byte after FF */
export const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  ...big16(body.length + 2),
  ...body,
]

/** An Exif body with an orientation, a place and an owner (as readable text behind the table). */
export function exif(turn: number): number[] {
  const fields = [...big16(0x0112), ...big16(3), ...big32(1), ...big16(turn), 0, 0]
  return [...text('Exif\0\0MM'), 0, 42, ...big32(8), 0, 1, ...fields, ...big32(0), ...text(place + owner)]
}

type Degrees = readonly [degrees: number, minutes: number, seconds: number]

/** An Exif body with a place as cameras write it (Exif 2.32 §4.6.6), and an owner behind it. */
export function gpsExif(latitude: Degrees, longitude: Degrees, little = false, refs = 'NE'): number[] {
  const order = (bytes: number[]) => (little ? bytes.reverse() : bytes)
  const word = (n: number) => order(big16(n))
  const long = (n: number) => order(big32(n))
  const field = (tag: number, type: number, count: number, value: number[]) => [
    ...word(tag),
    ...word(type),
    ...long(count),
    ...value,
  ]
  const letter = (at: number) => [refs.charCodeAt(at), 0, 0, 0]
  const fractions = ([d, m, s]: Degrees) =>
    [d, m, s].flatMap((n) => [...long(Math.round(n * 100)), ...long(100)])
  // Offsets count from the byte order: its head 8, one field and its end 18, four fields and their end 54.
  const values = 8 + 18 + 54
  return [
    ...text(`Exif\0\0${little ? 'II' : 'MM'}`),
    ...word(42),
    ...long(8),
    ...word(1),
    ...field(0x8825, 4, 1, long(26)),
    ...long(0),
    ...word(4),
    ...field(1, 2, 2, letter(0)),
    ...field(2, 5, 3, long(values)),
    ...field(3, 2, 2, letter(1)),
    ...field(4, 5, 3, long(values + 24)),
    ...long(0),
    ...fractions(latitude),
    ...fractions(longitude),
    ...text(owner),
  ]
}

/** The drawn part: a table, a scan with a stuffed FF and a restart mark, the end. */
const drawn: readonly number[] = [
  ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ...[12, 0xff, 0, 34, 0xff, 0xd0, 56],
]
const end: readonly number[] = [0xff, 0xd9]

export const jpeg = (...parts: readonly number[][]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...parts.flat(), ...drawn, ...end])

const chunk = (name: string, body: readonly number[]): number[] => [
  ...big32(body.length),
  ...text(name),
  ...body,
  ...big32(0),
]

export const png = (): Uint8Array =>
  Uint8Array.from([
    ...[0x89, ...text('PNG\r\n'), 0x1a, 10],
    ...chunk('IHDR', Array<number>(13).fill(1)),
    ...chunk('eXIf', text(place)),
    ...chunk('tEXt', text(owner)),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ])

const riff = (name: string, body: readonly number[]): number[] => [
  ...text(name),
  ...big32(body.length).reverse(),
  ...body,
  ...(body.length % 2 ? [0] : []),
]

export function webp(): Uint8Array {
  const body = [
    ...text('WEBP'),
    ...riff('VP8X', [0x2c, ...Array<number>(9).fill(0)]),
    ...riff('VP8 ', [9, 9, 9]),
    ...riff('EXIF', text(place)),
    ...riff('XMP ', text(owner)),
  ]
  return Uint8Array.from(riff('RIFF', body))
}

const box = (name: string, body: readonly number[]): number[] => [
  ...big32(body.length + 8),
  ...text(name),
  ...body,
]

export const film = (brand = 'isom'): Uint8Array =>
  Uint8Array.from([
    ...box('ftyp', [...text(brand), ...big32(0)]),
    ...box('moov', [
      ...box('mvhd', [1, 2, 3]),
      ...box('trak', [...box('tkhd', [4]), ...box('meta', text(owner))]),
      ...box('udta', box('\xa9xyz', text(place))),
    ]),
    ...box('mdat', [7, 7, 7]),
  ])
