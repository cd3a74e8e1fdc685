/** Of printable ASCII all but space, '!', '"' and '\': JSON escapes none of them, and two hold 13 bits (base64's hold 12). */
export const alphabet = { first: 35, without: 92, size: 91 }
export const pairBits = 13

const digits = Uint8Array.from({ length: 128 }, (_, unit) =>
  Math.max(0, unit - alphabet.first - (unit > alphabet.without ? 1 : 0)),
)

/** Reads numbers of any width from characters, the most significant bit first; what lies behind the end is zero. */
export class BitReader {
  private at = 0
  /** Bits taken from the text and not yet given out: the lowest `kept` of `held`. */
  private held = 0
  private kept = 0

  constructor(private readonly text: string) {}

  /** @param width at most 18 */
  read(width: number): number {
    while (this.kept < width) this.fill()
    this.kept -= width
    return (this.held >>> this.kept) & ((1 << width) - 1)
  }

  /** A Rice code: how often 2^width goes in, as ones and a zero, then the rest. */
  readGap(width: number): number {
    let times = 0
    for (;;) {
      if (this.kept === 0) this.fill()
      const ones = Math.clz32(~(this.held << (32 - this.kept)))
      if (ones < this.kept) {
        this.kept -= ones + 1
        return (times + ones) * (1 << width) + this.read(width)
      }
      times += this.kept
      this.kept = 0
    }
  }

  /** Behind the end a character is NaN and has no digit: the bit operation makes zero of that. */
  private fill() {
    const high = digits[this.text.charCodeAt(this.at++)]!
    const low = digits[this.text.charCodeAt(this.at++)]!
    this.held = (this.held << pairBits) | (high * alphabet.size + low)
    this.kept += pairBits
  }
}
