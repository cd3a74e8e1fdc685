import { alphabet, pairBits } from '../../cloudfunctions/domain/routing/text/bit-reader'

/** Writes what BitReader reads. */
export class BitWriter {
  private text = ''
  private held = 0
  private kept = 0

  write(value: number, width: number) {
    for (let bit = width - 1; bit >= 0; bit--) {
      this.held = (this.held << 1) | ((value >>> bit) & 1)
      if (++this.kept < pairBits) continue
      this.text += digit(Math.floor(this.held / alphabet.size)) + digit(this.held % alphabet.size)
      this.held = 0
      this.kept = 0
    }
  }

  writeGap(gap: number, width: number) {
    for (let times = Math.floor(gap / 2 ** width); times > 0; times--) this.write(1, 1)
    this.write(0, 1)
    this.write(gap % 2 ** width, width)
  }

  /** The last pair filled with zeros. */
  toText(): string {
    if (this.kept > 0) this.write(0, pairBits - this.kept)
    return this.text
  }
}

function digit(value: number): string {
  const unit = value + alphabet.first
  return String.fromCharCode(unit >= alphabet.without ? unit + 1 : unit)
}
