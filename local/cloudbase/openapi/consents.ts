import { CloudError } from '../action'
import { Journal } from './journal'
import type { Templates } from './templates'

/** What a person answered when asked on the phone. */
export interface Consent {
  openid: string
  templateId: string
  answer: 'accept' | 'reject'
}

type Line = Consent | { openid: string; templateId: string; answer: 'used' }

/** WeChat's own count of who may still be written to: it tells nobody. */
export class Consents {
  private readonly left = new Map<string, number>()
  private readonly journal: Journal<Line>

  constructor(
    private readonly templates: Templates,
    path?: string,
  ) {
    this.journal = new Journal(path, (line: Line) => this.count(line))
  }

  /** @throws CloudError TEMPLATE_NOT_FOUND */
  answer(consent: Consent): void {
    if (!Object.hasOwn(this.templates, consent.templateId)) {
      throw new CloudError('TEMPLATE_NOT_FOUND', `No template ${consent.templateId} is declared.`)
    }
    this.add(consent)
  }

  /** Takes one message's worth of consent. @returns whether there was one. */
  use(openid: string, templateId: string): boolean {
    const left = this.left.get(keyOf(openid, templateId)) ?? 0
    if (left < 1) return false
    this.add({ openid, templateId, answer: 'used' })
    return true
  }

  close(): void {
    this.journal.close()
  }

  private add(line: Line): void {
    this.count(line)
    this.journal.add(line)
  }

  private count({ openid, templateId, answer }: Line): void {
    const key = keyOf(openid, templateId)
    const left = this.left.get(key) ?? 0
    const lasting = this.templates[templateId]?.kind === 'long-term'
    if (answer === 'accept') this.left.set(key, lasting ? Number.POSITIVE_INFINITY : left + 1)
    else if (answer === 'used') this.left.set(key, left - 1)
    // A one-time consent given earlier outlives a later no; a lasting one is taken back by it.
    else if (lasting) this.left.delete(key)
  }
}

function keyOf(openid: string, templateId: string): string {
  return `${templateId}\n${openid}`
}
