import type { Clock } from '../../typings/contract/clock'
import type { Attachment } from '../../typings/contract/ticket'
import type { TicketPage, TicketView } from '../../typings/contract/views'
import { localDate } from '../domain/calendar/local-time'
import { clockName } from '../domain/ticket/clock-kinds'
import type { Paper } from '../platform/pdf/paper'
import { channelTerms, contactTerms, endTerms, kindTerms, lineTerm, statusTerms } from './terms'

interface Wish {
  tenantName: string
  withCaller: boolean
}

/** The whole of a ticket, in the order in which somebody outside asks: what, who, when, answered how, and step by step. */
export function drawTicket(paper: Paper, page: TicketPage, wish: Wish) {
  drawHead(paper, page, wish)
  drawWords(paper, page)
  drawHops(paper, page)
  drawClocks(paper, page)
  drawReplies(paper, page)
  drawHistory(paper, page)
  paper.remark(
    `本记录由${wish.tenantName}系统于 ${moment(page.now)} 生成，内容与系统记录一致；内部意见不在其中。`,
  )
}

function drawHead(paper: Paper, { ticket, names }: TicketPage, { withCaller }: Wish) {
  const { place, serviceCode, kind, lead, channel, submittedAt, end } = ticket
  const areas = (place?.path ?? []).map((id) => names[id] ?? '')
  paper.entry('编号', ticket.number)
  paper.entry(
    '提交',
    submittedAt === undefined ? '' : `${moment(submittedAt)}，${channelTerms[channel ?? 'wechat']}`,
  )
  paper.entry('群众', callerWords(ticket, withCaller))
  paper.entry(
    '性质和类别',
    [kind ? kindTerms[kind] : '', names[serviceCode ?? ''] ?? ''].filter(Boolean).join(' · '),
  )
  paper.entry('地点', [...areas, place?.address ?? ''].filter(Boolean).join(' '))
  paper.entry('承办单位', names[lead?.departmentId ?? ''] ?? '')
  paper.entry('派单依据', lead?.reason ?? '')
  paper.entry('现在', statusTerms[ticket.status])
  if (end) paper.entry('结束说明', `${moment(end.at)} ${endTerms[end.code]}：${end.text}`)
}

function callerWords({ caller }: TicketView, withCaller: boolean): string {
  if (caller?.secrecy === 'anonymous') return '匿名'
  const known = [caller?.name, caller?.phone].filter(Boolean).join(' ')
  if (withCaller && known) return known
  return caller?.secrecy === 'confidential' ? '要求保密，略去' : '略去'
}

function drawWords(paper: Paper, { ticket, description }: TicketPage) {
  const { answers = {}, attachments = [], supplements = [] } = ticket
  paper.heading('群众的话（原文）')
  paper.text(description ?? ticket.description)
  paper.entry('另外回答', Object.values(answers).join('；'))
  paper.entry('附件', attachmentWords(attachments))
  for (const { at, text, attachments: more } of supplements)
    paper.entry(`补充`, [`${moment(at)} ${text}`, attachmentWords(more)].filter(Boolean).join('。附：'))
}

function drawHops(paper: Paper, { ticket: { hops = [] }, names }: TicketPage) {
  if (hops.length === 0) return
  paper.heading(`流转（${hops.length} 次）`)
  paper.table(
    [0.2, 0.25, 0.25, 0.3],
    ['时间', '由', '到', '理由'],
    hops.map(({ at, from, to, reason }) => [
      moment(at),
      names[from ?? ''] ?? '中心',
      names[to] ?? '',
      reason,
    ]),
  )
}

function drawClocks(paper: Paper, { ticket: { clocks = [] }, names, explanations, now }: TicketPage) {
  const counted = clocks.filter(({ outcome }) => outcome !== 'void')
  if (counted.length === 0) return
  paper.heading('时限')
  paper.table(
    [0.12, 0.25, 0.185, 0.185, 0.26],
    ['事项', '责任单位', '开始', '到期', '结果'],
    counted.map((clock) => [
      clockName[clock.kind],
      names[clock.chargedTo] ?? '',
      moment(clock.startedAt),
      moment(clock.dueAt),
      outcomeWords(clock, now),
    ]),
  )
  for (const { id, kind } of counted) {
    const sentence = explanations[id]?.sentence
    if (sentence && (kind === 'promise' || kind === 'reply'))
      paper.remark(`${clockName[kind]}怎么算：${sentence}`)
  }
}

function outcomeWords({ outcome, stoppedAt, dueAt }: Clock, now: number): string {
  if (outcome === 'met') return `${moment(stoppedAt ?? dueAt)} 按时`
  if (outcome === 'breached') return `${moment(stoppedAt ?? dueAt)} 超时`
  return dueAt < now ? '未办结，已超时' : '计时中'
}

function drawReplies(paper: Paper, { ticket, names }: TicketPage) {
  const { contacts = [], replies = [], commitments = [] } = ticket
  if (contacts.length + replies.length + commitments.length === 0) return
  paper.heading('联系与答复')
  for (const { at, how, note } of contacts) paper.entry(contactTerms[how], `${moment(at)} ${note}`)
  for (const { at, departmentId, text, attachments } of replies) {
    paper.entry('答复', `${moment(at)} ${names[departmentId] ?? ''}`)
    paper.text(text)
    paper.entry('附件', attachmentWords(attachments))
  }
  for (const { measure, promisedAt, fulfilledAt } of commitments)
    paper.entry(
      '承诺',
      `${measure}，${localDate(promisedAt)} 前完成；${fulfilledAt === undefined ? '尚未完成' : `${moment(fulfilledAt)} 完成`}`,
    )
}

function drawHistory(paper: Paper, { ticket: { history = [] }, names }: TicketPage) {
  paper.heading('办理经过')
  paper.table(
    [0.2, 0.2, 0.25, 0.35],
    ['时间', '事项', '单位', '说明'],
    history
      .filter(({ visibility }) => visibility !== 'internal')
      .map(({ at, what, departmentId, text = '' }) => [
        moment(at),
        lineTerm(what),
        names[departmentId ?? ''] ?? '',
        text,
      ]),
  )
}

const attachmentWords = (attachments: readonly Attachment[]): string =>
  attachments.length === 0 ? '' : `${attachments.length} 件（存于系统）`

/** 2026-06-11 18:00 in Asia/Shanghai. */
const moment = (at: number): string =>
  `${localDate(at)} ${new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)}`
