import { randomUUID } from 'node:crypto'
import { Journal } from './journal'

/** A subscribe message as it lies in somebody's WeChat. */
export interface InboxMessage {
  id: string
  /** Emulated instant, ms UTC. */
  at: number
  openid: string
  templateId: string
  title: string
  /** Where a tap leads; empty leads nowhere. */
  page: string
  /** Caption to value, in the template's order. */
  lines: readonly { caption: string; value: string }[]
}

/** Every message that WeChat delivered. */
export class Inbox {
  private readonly messages: InboxMessage[] = []
  private readonly journal: Journal<InboxMessage>

  constructor(path?: string) {
    this.journal = new Journal(path, (line: InboxMessage) => this.messages.push(line))
  }

  deliver(message: Omit<InboxMessage, 'id'>): InboxMessage {
    const delivered = { id: randomUUID(), ...message }
    this.journal.add(delivered)
    this.messages.push(delivered)
    return delivered
  }

  /** Newest first. @param openid everybody's when absent. */
  read(openid?: string): InboxMessage[] {
    return this.messages.filter((message) => openid === undefined || message.openid === openid).reverse()
  }

  close(): void {
    this.journal.close()
  }
}
