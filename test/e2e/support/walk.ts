import type { SubmitInput } from '../../../typings/contract/commands'
import type { Operations } from '../../../typings/contract/operations'
import type { Ticket } from '../../../cloudfunctions/domain/ticket/ticket'
import type { TestPhone } from './phone'
import { press } from './resident'
import { order } from './staff'
import type { SuiteStage } from './stage'

export const day = 24 * 3_600_000

/** Monday morning, in working hours, in a month without holidays. */
export const aMonday = Date.parse('2026-06-01T09:00:00+08:00')

/** Leads the street lights of the sample district. */
export const lightContact = 'contact-city-management'

type OnTicket = Extract<keyof Operations & string, `tickets.${string}`>

/** One call on its way; each step as it stands in the store, not as a phone last saw it. */
export interface Walked {
  readonly ticketId: string
  now(): Ticket
  /** A step of which no phone is needed. */
  give<Op extends OnTicket>(
    openid: string,
    op: Op,
    input?: Omit<Operations[Op]['input'], 'ticketId'>,
  ): Promise<void>
  /** The ticket on a phone of somebody who works on it. */
  atWork(phone: TestPhone): Promise<void>
  /** The ticket on its caller's phone. */
  athome(phone: TestPhone): Promise<void>
}

/** A call handed in at the door, as its own: a test that is tried again walks with another. */
export async function aCall(
  suite: SuiteStage,
  caller: string,
  changes: Partial<SubmitInput> = {},
): Promise<Walked> {
  const { url, cloud } = suite
  const { ticketId } = await order(url, caller, 'tickets.submit', {
    kind: 'help',
    description: '小区门口的路灯坏了三天，晚上很黑。',
    serviceCode: 'street-light',
    place: { areaId: 'grid-0101-1', address: '三号门口' },
    secrecy: 'named',
    name: '甲居民',
    phone: '13800000000',
    ...changes,
  })
  const now = () => cloud.database.read('tickets', { _id: ticketId })[0] as unknown as Ticket
  return {
    ticketId,
    now,
    async give(openid, op, input) {
      await order(url, openid, op, { ticketId, ...input } as Operations[typeof op]['input'], now().version)
    },
    atWork: (phone) => phone.open(`/staff/ticket/ticket?ticketId=${ticketId}`),
    athome: (phone) => phone.open(`/pages/ticket/ticket?ticketId=${ticketId}`),
  }
}

/** The same, acknowledged and its caller contacted: the lead's own work begins. */
export async function aCallInHand(suite: SuiteStage, caller: string): Promise<Walked> {
  const call = await aCall(suite, caller)
  await call.give(lightContact, 'tickets.acknowledge')
  await call.give(lightContact, 'tickets.contactResident', { how: 'phone', note: '已电话联系' })
  return call
}

/** Answered and approved: the resident is asked how it was. */
export async function answer(call: Walked, text: string): Promise<void> {
  await call.give(lightContact, 'tickets.reply', { text, publish: true })
  await call.give('dispatcher-1', 'tickets.review', { approve: true, text: '属实' })
}

/** Lives on to an instant, every wake on the way at its own. */
export const until = async (suite: SuiteStage, instant: number) =>
  void (await suite.cloud.timers.jumpTo(Math.max(instant, suite.cloud.clock.now())))

/** Opens the sheet of a step that is not the next one. */
export async function more(phone: TestPhone, action: string): Promise<void> {
  await press(phone, '.others-button')
  await phone.tap('.others >>> .van-action-sheet__item', action)
}

/** Picks a date as a person does on the wheel. @param at an instant of that day of the district */
export async function pickDate(phone: TestPhone, at: number): Promise<void> {
  const date = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
  await (await phone.see('.order >>> .wheel')).trigger('change', { value: date })
  await phone.see('.order >>> .date', date)
}

/** The sheet's one button, and what the page says when it is done. */
export async function hand(phone: TestPhone, said: string): Promise<void> {
  await press(phone, '.order >>> .go')
  await phone.see('.notice', said)
}

/** A phone each, taken up again by the next test: opening one costs more than turning its page. */
export function phonesOf(suite: SuiteStage): (openid: string) => Promise<TestPhone> {
  const taken = new Map<string, Promise<TestPhone>>()
  return (openid) => {
    const phone = taken.get(openid) ?? suite.phone(openid)
    taken.set(openid, phone)
    return phone
  }
}
