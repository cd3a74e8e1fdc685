import { createHmac, timingSafeEqual } from 'node:crypto'

export type Permit = 'put' | 'get'

/** Permits to one path until one instant, as the object store signs them. */
export class UrlSigner {
  constructor(
    private readonly key: string,
    private readonly now: () => number,
  ) {}

  /** @param seconds for which the permit is good, by the emulator's clock. */
  sign(permit: Permit, path: string, seconds: number): { until: number; sign: string } {
    const until = Math.floor(this.now() / 1000) + seconds
    return { until, sign: this.digest(permit, path, until) }
  }

  verify(permit: Permit, path: string, until: number, sign: string): 'good' | 'expired' | 'forged' {
    const expected = Buffer.from(this.digest(permit, path, until))
    const given = Buffer.from(sign)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
    return until * 1000 >= this.now() ? 'good' : 'expired'
  }

  private digest(permit: Permit, path: string, until: number): string {
    return createHmac('sha256', this.key).update(`${permit}\n${path}\n${until}`).digest('hex')
  }
}
