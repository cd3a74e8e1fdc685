const rate = 8000

/** Seconds kept of the longest, so that files stay small. */
const longest = 5

/** A quiet tone as WAV, 8 kHz, 8 bit. @param duration ms @param pitch Hz at a second of it */
export function tone(duration: number, pitch: (second: number) => number = () => 440): Blob {
  const count = Math.round(Math.min(longest, duration / 1000) * rate)
  const bytes = new DataView(new ArrayBuffer(44 + count))
  const text = (at: number, words: string) =>
    [...words].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)))
  text(0, 'RIFF')
  bytes.setUint32(4, 36 + count, true)
  text(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, rate, true)
  bytes.setUint32(28, rate, true)
  bytes.setUint16(32, 1, true)
  bytes.setUint16(34, 8, true)
  text(36, 'data')
  bytes.setUint32(40, count, true)
  for (let at = 0; at < count; at += 1) {
    const second = at / rate
    bytes.setUint8(44 + at, 128 + 20 * Math.sin(second * pitch(second) * 2 * Math.PI))
  }
  return new Blob([bytes.buffer], { type: 'audio/wav' })
}
