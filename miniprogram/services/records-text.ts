import type { OwnRecords } from '../../typings/contract/own-records'
import type { TicketView } from '../../typings/contract/views'
import { gradeWords, historyWords, kindWords, priorityWords, secrecyWords, statusWords } from '../labels'
import { dateTimeWords } from './people-time'

/** All of a person's records as a text that anybody can read, oldest page last. */
export function recordsText(pages: readonly OwnRecords[]): string {
  const tickets = pages.flatMap((page) => page.tickets.map((ticket) => ticketText(ticket, page)))
  const made = dateTimeWords(pages[0]?.now ?? 0)
  const head = [
    '我的诉求记录',
    `导出时间：${made}`,
    `实名、保密的诉求：${tickets.length} 件`,
    '手机的定位：没有保存。点“我就在这里”找到的，只写了您确认的社区、村。',
    '匿名的诉求不在这里：系统里没有人能找到它们是谁的。',
  ]
  return [head.join('\n'), ...tickets].join('\n\n――――――――\n\n')
}

function filesText(attachments: TicketView['attachments'] = []): string | undefined {
  const placed = attachments.filter(({ point }) => point !== undefined).length
  if (attachments.length === 0) return undefined
  return `${attachments.length} 个${placed > 0 ? `，其中 ${placed} 个带拍摄地点` : ''}`
}

function ticketText(ticket: TicketView, { names, descriptions, evaluations }: OwnRecords): string {
  const { caller, place, lead } = ticket
  const where = (place?.path ?? []).map((id) => names[id] ?? '').join(' ')
  const evaluation = evaluations.find(({ ticketId }) => ticketId === ticket._id)
  const lines: [string, string | undefined][] = [
    ['编号', ticket.number],
    ['提交时间', dateTimeWords(ticket.submittedAt ?? 0)],
    ['现在', statusWords[ticket.status]],
    ['来意', kindWords[ticket.kind ?? 'help']],
    ['类别', names[ticket.serviceCode ?? '']],
    ['地点', `${where} ${place?.address ?? ''}`.trim()],
    ['承办单位', names[lead?.departmentId ?? '']],
    ['身份', secrecyWords[caller?.secrecy ?? 'named'].name],
    ['姓名', caller?.name],
    ['电话', caller?.phone],
    ['优先联系', ticket.priorityGroup && priorityWords[ticket.priorityGroup]],
    ['您说的', descriptions[ticket._id] ?? ticket.description],
    ['附件', filesText(ticket.attachments)],
    ...Object.values(ticket.answers ?? {}).map((answer): [string, string] => ['回答', answer]),
    ...(ticket.supplements ?? []).map(({ at, text }): [string, string] => [
      `${dateTimeWords(at)} 补充`,
      text,
    ]),
    ...(ticket.replies ?? []).map(({ at, text }): [string, string] => [`${dateTimeWords(at)} 答复`, text]),
    ['结束说明', ticket.end?.text],
    [
      '您的评价',
      evaluation &&
        [
          evaluation.contacted ? '联系了' : '没联系',
          evaluation.solved ? '解决了' : '没解决',
          gradeWords[evaluation.grade],
          evaluation.comment ?? '',
        ]
          .filter(Boolean)
          .join('，'),
    ],
  ]
  const told = lines.flatMap(([name, words]) => (words ? [`${name}：${words}`] : []))
  const passed = (ticket.history ?? []).map(({ at, what }) => `  ${dateTimeWords(at)} ${historyWords(what)}`)
  return [...told, '经过：', ...passed].join('\n')
}
