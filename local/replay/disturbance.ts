/** What goes wrong in a replay with `--disturb SEED`; the same seed gives the same trouble. */
export class Disturbance {
  readonly counts = { returns: 0, extensions: 0, leaves: 0, doubleSends: 0, missedTicks: 0, doubledTicks: 0 }
  private state: number

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 1) >>> 0
  }

  /** Mulberry32: small, seeded, good enough to stir with. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  private happens(share: number, what: keyof Disturbance['counts']): boolean {
    const does = this.next() < share
    if (does) this.counts[what] += 1
    return does
  }

  returns(): boolean {
    return this.happens(0.1, 'returns')
  }

  grants(): boolean {
    return this.next() < 0.5
  }

  extends(): boolean {
    return this.happens(0.05, 'extensions')
  }

  goesOnLeave(): boolean {
    return this.happens(0.02, 'leaves')
  }

  sendsTwice(): boolean {
    return this.happens(0.1, 'doubleSends')
  }

  /** How often a timer's tick is fired: now and then not at all, now and then twice. */
  tick(): number {
    if (this.happens(0.05, 'missedTicks')) return 0
    return this.happens(0.05, 'doubledTicks') ? 2 : 1
  }
}
