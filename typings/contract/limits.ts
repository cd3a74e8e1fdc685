/** Sizes shared by both sides. Each side states the literals, so a drift fails to compile. Characters unless said. */
export interface Limits {
  subject: 100
  /** From a phone. */
  description: 2000
  /** From a server-side channel (letter, hotline, import). */
  channelDescription: 20000
  reply: 20000
  supplement: 500
  supplements: 10
  attachments: 9
  address: 200
  note: 500
  reason: 500
  pageSize: 20
  pageSizeMost: 100
  /** Bytes of JSON; a ticket never grows past it. */
  ticketBytes: 65536
}
