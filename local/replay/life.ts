import type { Limit } from '../../typings/contract/time'
import type { Ticket } from '../../cloudfunctions/domain/ticket/ticket'
import type { TicketView } from '../../typings/contract/views'
import type { Disturbance } from './disturbance'
import type { EventQueue } from './event-queue'
import { type Player, ReplayError } from './player'
import type { Row } from './rows'

/** The steps of one row's ticket that people take; the scheduler takes its own between them. */
export type Happening =
  | { step: 'submit'; row: Row }
  | { step: 'extend'; row: Row; ticketId: string }
  | { step: 'reply'; row: Row; ticketId: string }
  | { step: 'call'; row: Row; ticketId: string; attempt: number }
  | { step: 'backFromLeave'; postId: string }

/** Phone callbacks that nobody answers: the data hold no evaluations, and none are invented. */
const callsTried = 3

/** How an extension is asked for in a disturbed replay, as Jinan's profile allows. */
const extension: Limit = { amount: 5, unit: 'workDay' }

const day = 86_400_000

/** Longest text from a phone (Limits.description); a longer letter comes in at the centre's own door. */
const phoneMost = 2000

interface World {
  player: Player
  queue: EventQueue<Happening>
  disturbance: Disturbance | undefined
  districtAreaId: string
  centreId: string
  now(): number
  /** Called with the ticket after each command. */
  seen(ticketId: string, row?: Row): void
  /** The ticket as it stands in the store. */
  look(ticketId: string): Ticket
}

/** 一件诉求的一生: what each happening does, through the functions only. */
export class Life {
  constructor(private readonly world: World) {}

  async happen(event: Happening): Promise<void> {
    switch (event.step) {
      case 'submit':
        return this.submit(event.row)
      case 'extend':
        return this.extend(event.row, event.ticketId)
      case 'reply':
        return this.reply(event.row, event.ticketId)
      case 'call':
        return this.callBack(event.row, event.ticketId, event.attempt)
      case 'backFromLeave':
        await this.setAbsence(event.postId, undefined)
    }
  }

  private async submit(row: Row): Promise<void> {
    const { player, queue, districtAreaId, centreId, disturbance } = this.world
    const fromPhone = row.detail.length <= phoneMost
    const resident = fromPhone ? `replay-${row.user}` : 'dispatcher-1'
    const suggestion = await player.call<{ serviceCode?: string }>('directory', resident, {
      op: 'suggest',
      input: { subject: row.subject.slice(0, 100), text: row.detail.slice(0, phoneMost) },
    })
    const receipt = await player.submit(resident, `replay-${row.id}-submit`, {
      kind: 'help',
      subject: row.subject.slice(0, 100),
      description: row.detail,
      ...(suggestion.serviceCode && { serviceCode: suggestion.serviceCode }),
      place: { areaId: districtAreaId },
      secrecy: 'named',
      ...(!fromPhone && { channel: 'import' }),
    })
    const { ticketId } = receipt
    this.world.seen(ticketId, row)
    if (receipt.status === 'submitted')
      await player.command(
        'dispatcher-1',
        'dispatch',
        `replay-${row.id}-dispatch`,
        { ticketId, departmentId: centreId, reason: '职责暂不明确,由区民呼我应中心先行主办' },
        receipt.version,
      )
    this.world.seen(ticketId)
    if (disturbance?.goesOnLeave()) await this.leave(ticketId)
    await this.acknowledge(row, ticketId)
    if (row.answer) queue.add(row.answer.at, { step: 'reply', row, ticketId })
    if (disturbance?.extends()) queue.add(row.time + day, { step: 'extend', row, ticketId })
  }

  /** 签收, after a 退回 in one of ten disturbed cases. */
  private async acknowledge(row: Row, ticketId: string): Promise<void> {
    const { player, disturbance } = this.world
    let ticket = this.world.look(ticketId)
    if (ticket.status === 'dispatched' && disturbance?.returns()) {
      const back = await player.command(
        await this.holder(ticket),
        'sendBack',
        `replay-${row.id}-return`,
        { ticketId, reason: '不属于本单位职责' },
        ticket.version,
      )
      this.world.seen(ticketId)
      const grant = disturbance.grants()
      await player.command(
        'dispatcher-1',
        'ruleReturn',
        `replay-${row.id}-rule-return`,
        {
          ticketId,
          grant,
          text: grant ? '同意退回,由中心主办' : '职责清楚,请继续办理',
          ...(grant && { departmentId: this.world.centreId }),
        },
        back.version,
      )
      this.world.seen(ticketId)
      ticket = this.world.look(ticketId)
    }
    if (ticket.status !== 'dispatched') return
    const holder = await this.holder(ticket)
    await player.command(holder, 'acknowledge', `replay-${row.id}-acknowledge`, { ticketId }, ticket.version)
    this.world.seen(ticketId)
  }

  private async extend(row: Row, ticketId: string): Promise<void> {
    const ticket = this.world.look(ticketId)
    if (ticket.status !== 'acknowledged') return
    const asked = await this.world.player.command(
      await this.holder(ticket),
      'extend',
      `replay-${row.id}-extend`,
      { ticketId, reason: '需要现场核查', limit: extension },
      ticket.version,
    )
    this.world.seen(ticketId)
    const ruled = { ticketId, grant: true, text: '同意延期' }
    await this.world.player.command(
      'dispatcher-1',
      'ruleExtension',
      `replay-${row.id}-rule-extension`,
      ruled,
      asked.version,
    )
    this.world.seen(ticketId)
  }

  /** 答复 and 审核 at once, then calls that nobody answers. */
  private async reply({ answer, ...row }: Row, ticketId: string): Promise<void> {
    if (!answer) return
    const { player, queue } = this.world
    const before = this.world.look(ticketId)
    if (before.status === 'acknowledged') {
      const input = { ticketId, text: answer.text, publish: false }
      await player.command(
        await this.holder(before),
        'reply',
        `replay-${row.id}-reply`,
        input,
        before.version,
      )
      this.world.seen(ticketId)
    }
    const replied = this.world.look(ticketId)
    if (replied.status === 'replied') {
      const input = { ticketId, approve: true, text: '同意' }
      await player.command('dispatcher-1', 'review', `replay-${row.id}-review`, input, replied.version)
      this.world.seen(ticketId)
    }
    const { callback } = this.world.look(ticketId)
    if (callback && !callback.outcome) queue.add(callback.callAt, { step: 'call', row, ticketId, attempt: 1 })
  }

  private async callBack(row: Row, ticketId: string, attempt: number): Promise<void> {
    const { player, queue } = this.world
    const ticket = this.world.look(ticketId)
    if (ticket.status !== 'callback') return
    const input = { ticketId, answered: false }
    await player.command(
      'dispatcher-1',
      'recordCall',
      `replay-${row.id}-call-${attempt}`,
      input,
      ticket.version,
    )
    this.world.seen(ticketId)
    const { callback } = this.world.look(ticketId)
    if (callback && !callback.outcome && attempt < callsTried + 1)
      queue.add(callback.callAt, { step: 'call', row, ticketId, attempt: attempt + 1 })
  }

  /** The contact goes away for three days; the deputy holds the work meanwhile. */
  private async leave(ticketId: string): Promise<void> {
    const { lead } = this.world.look(ticketId)
    if (!lead) return
    const from = this.world.now()
    await this.setAbsence(lead.postId, { from, to: from + 3 * day, reason: '年休假' })
    this.world.queue.add(from + 3 * day, { step: 'backFromLeave', postId: lead.postId })
  }

  private async setAbsence(postId: string, absence: object | undefined): Promise<void> {
    await this.world.player.call('directory', 'dispatcher-1', {
      op: 'setAbsence',
      input: { postId, absence },
    })
  }

  /** Who holds the lead's post now: the contact, or the deputy while the contact is away. */
  private async holder({ _id, lead }: Ticket): Promise<string> {
    const departmentId = lead?.departmentId ?? this.world.centreId
    const contact = `contact-${departmentId}`
    if (!this.world.disturbance) return contact
    const { ticket } = await this.world.player.page(contact, _id).catch(nobody)
    return ticket.relations.includes('lead') ? contact : `deputy-${departmentId}`
  }
}

/** A contact on leave does not even find the ticket. */
function nobody(error: unknown): { ticket: Pick<TicketView, 'relations'> } {
  if (error instanceof ReplayError && error.code === 'TICKET_NOT_FOUND') return { ticket: { relations: [] } }
  throw error
}
