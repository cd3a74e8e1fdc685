import { readFileSync } from 'node:fs'
import type { SubmitInput } from '../../typings/contract/commands'
import type { Operations } from '../../typings/contract/operations'
import type { Receipt } from '../../typings/contract/views'
import type { Studio } from '../../local/studio/studio'
import { order } from '../e2e/support/staff'

export const contact = 'contact-city-management'
const dispatcher = 'dispatcher-1'
const supervisor = 'supervisor-1'

/** What a district's days leave behind, for every page to have something on it. */
export interface Life {
  photo: string
  open: string
  answered: string
  shared: string
  waiting: string
  blocked: string
  promised: string
  anonymous: Receipt
  finding: string
}

const longWords =
  '三号门口的路灯坏了三天，晚上很黑，老人不敢出门。前天打过电话，说马上来，到今天还没有人来看过；孩子下晚自习要摸黑走一段，昨天有人摔了一跤。' +
  '边上那一盏也一闪一闪的，线头露在外面，下雨天怕漏电。希望先把线头包起来，再把灯换好，最好连同这条巷子里别的灯一起查一遍，免得修好一盏又坏一盏。'

export async function liveALittle({ url, cloud }: Studio): Promise<Life> {
  const photo = await upload(url, readFileSync('miniprogram/images/tab-home.png'))
  const version = (id: string) => Number(cloud.database.read('tickets', { _id: id })[0]?.version)
  type OnTicket = Extract<keyof Operations & string, `tickets.${string}`>
  const give = <Op extends OnTicket>(
    openid: string,
    op: Op,
    ticketId: string,
    input?: Omit<Operations[Op]['input'], 'ticketId'>,
  ) => order(url, openid, op, { ticketId, ...input } as Operations[Op]['input'], version(ticketId))
  const call = (openid: string, words: string, changes: Partial<SubmitInput> = {}) =>
    order(url, openid, 'tickets.submit', { ...aLight(words, photo), ...changes })
  const answer = async (ticketId: string, text = '路灯今晚已换好，恢复照明。') => {
    await give(contact, 'tickets.acknowledge', ticketId)
    await give(contact, 'tickets.contactResident', ticketId, { how: 'phone', note: '约好今晚' })
    await give(contact, 'tickets.reply', ticketId, { text, publish: true })
    await give(dispatcher, 'tickets.review', ticketId, { approve: true, text: '同意' })
  }
  const day = 86_400_000
  const later = (days: number) => cloud.clock.now() + days * day

  const { ticketId: answered } = await call('resident-1', longWords)
  const { ticketId: open } = await call('resident-1', '西门的路灯一闪一闪', { priorityGroup: 'old' })
  const { ticketId: waiting } = await call('resident-1', '东门的路灯不亮')
  const { ticketId: shared } = await call('resident-2', '南门的路灯倒了')
  await order(url, 'resident-1', 'tickets.coSign', { ticketId: shared })
  await give(contact, 'tickets.acknowledge', open)
  for (const ticketId of [answered, shared]) await answer(ticketId)

  const { ticketId: blocked } = await call('resident-1', '背街一整条巷子都没有路灯', {
    place: { areaId: 'community-0203' },
  })
  await give(contact, 'tickets.acknowledge', blocked)
  const asked = { reason: '等待资金安排', measure: '先装两盏临时灯，明年春天列入改造' }
  await give(contact, 'tickets.block', blocked, { ...asked, reviewAt: later(60) })
  await give(dispatcher, 'tickets.ruleBlock', blocked, { grant: true, text: '同意' })

  const { ticketId: promised } = await call('resident-3', '广场边的灯杆斜了', {
    place: { areaId: 'community-1801' },
  })
  await give(contact, 'tickets.acknowledge', promised)
  const promise = { type: 'repair', measure: '换一根新灯杆', promisedAt: later(2) } as const
  await give(contact, 'tickets.commit', promised, promise)

  const anonymous = await call('resident-1', '楼道里常年堆着纸箱', {
    secrecy: 'anonymous',
    serviceCode: undefined,
    phone: undefined,
    name: undefined,
  })

  for (const ticketId of [answered, blocked, promised])
    await give(dispatcher, 'tickets.publish', ticketId, { hide: [], photos: [] })
  const finding = await expose()
  await cloud.timers.jumpTo(cloud.clock.now() + 3 * 60_000)
  await order(url, supervisor, 'supervision.choosePlan', {
    serviceCode: 'street-light',
    title: '背街小巷的路灯亮起来：逐条街排查，坏一盏换一盏，老旧小区先换',
    departmentId: 'city-management',
    measures: '逐条街查一遍，坏的三天内换好；\n老旧小区的线路列出清单，年底前分三批改造，每月公布进度。',
    dueOn: '2026-07-20',
  })
  return { photo, open, answered, shared, waiting, blocked, promised, anonymous, finding }

  /** Found, published, and put right later. */
  async function expose(): Promise<string> {
    const { ticketId } = await call('resident-4', '执法队员让摊贩请他吃饭', {
      kind: 'report',
      serviceCode: 'official-manner',
      secrecy: 'confidential',
      againstDepartmentId: 'city-management',
    })
    const discipline = 'contact-discipline'
    await give(discipline, 'tickets.acknowledge', ticketId)
    const found = { verdict: 'verified', text: '经查属实，已给予警告处分，并责令退还餐费。' } as const
    await give(discipline, 'tickets.recordFinding', ticketId, found)
    await give(supervisor, 'tickets.ruleFinding', ticketId, { grant: true, text: '同意公开' })
    const mended = { text: '经查属实，已给予记过处分，并责令退还餐费。', reason: '处分的种类写错了' }
    await give(discipline, 'tickets.amendFinding', ticketId, { kind: 'correct', ...mended })
    await give(supervisor, 'tickets.ruleFinding', ticketId, { grant: true, text: '核对无误' })
    return ticketId
  }
}

const aLight = (description: string, photo: string): SubmitInput => ({
  kind: 'help',
  description,
  serviceCode: 'street-light',
  place: { areaId: 'grid-0101-1', address: '三号门口' },
  attachments: [{ fileId: photo, type: 'photo' }],
  secrecy: 'named',
  name: '王女士',
  phone: '13800000000',
})

async function upload(url: string, content: Buffer): Promise<string> {
  const answer = await fetch(`${url}/files/${encodeURIComponent('attachments/axe/0.png')}`, {
    method: 'PUT',
    body: new Uint8Array(content),
  })
  return ((await answer.json()) as { data: { fileID: string } }).data.fileID
}
