import { join, resolve } from 'node:path'
import type { Message } from '../../typings/contract/messages'
import type { TicketFields } from '../../typings/contract/ticket'
import { type Stage, startStage } from '../stage'
import { nextDeadlineOf } from './next-deadline'
import { stagePeople } from './people'
import type { StudioProject } from './project'
import type { InboxItem } from './state'
import { ticketHappenings } from './ticket-happenings'

const root = resolve(import.meta.dirname, '../..')

/** 民呼我应 with the sample district. */
export function thisProject(): StudioProject {
  let stage: Stage | undefined
  return {
    miniprogramDir: join(root, 'miniprogram'),
    functionsSource: join(root, 'cloudfunctions'),
    async open({ indexesFile: _, ...options }) {
      stage = await startStage(options)
      return stage.cloud
    },
    people: stagePeople,
    nextDeadline({ database }, after) {
      const tickets = database.read('tickets', { 'clocks.dueAt': { $gt: after } }) as unknown
      return nextDeadlineOf(tickets as TicketFields[], after)
    },
    happenings({ database }, from) {
      const tickets = database.read('tickets', { 'history.at': { $gte: from } }) as unknown
      const messages = database.read('messages', { at: { $gte: from } }) as unknown
      return ticketHappenings(tickets as TicketFields[], messages as Message[], from)
    },
    messages({ database }, openid) {
      const recipientId = { $in: stage?.boxesOf(openid) ?? [] }
      const inApp = (database.read('messages', { recipientId }) as unknown as Message[]).map(
        ({ _id, at, title, text, postId, ticketId }): InboxItem => ({
          id: _id,
          at,
          through: '站内消息',
          title,
          text,
          page: postId || !ticketId ? 'pages/messages/messages' : `pages/ticket/ticket?ticketId=${ticketId}`,
        }),
      )
      const own = database.read('tickets', { 'caller.alias': recipientId }) as unknown as TicketFields[]
      const numbers = new Set(own.flatMap(({ caller }) => caller.phone ?? []))
      return [...inApp, ...[...numbers].flatMap((phone) => textsTo(phone, stage))]
    },
  }
}

const textsTo = (phone: string, stage: Stage | undefined): InboxItem[] =>
  (stage?.sms.read(phone) ?? []).map(({ id, at, text }) => ({
    id: `sms:${id}`,
    at,
    through: '短信',
    title: '短信',
    text,
    page: '',
  }))
