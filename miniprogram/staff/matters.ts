import type { ExtensionRequest } from '../../typings/contract/ticket'
import type { TicketView } from '../../typings/contract/views'
import { causeTerms, commitmentWords } from '../labels'
import { dayWords } from '../services/people-time'
import { applicationTerms, coTaskTerms, exemptionTerms, levelTerms, unitTerms } from './terms'

type Names = Readonly<Record<string, string>>

/** Something beside the main line: an application, a co-task, a promise; with what became of it. */
interface Matter {
  key: string
  title: string
  state: string
  text: string
  /** 催得紧: drawn red. */
  urgent: boolean
}

type Application = Pick<ExtensionRequest, 'state' | 'reason' | 'ruling'>

export function mattersOf(ticket: TicketView, names: Names): Matter[] {
  const { objection, extension, block, termination, escalation, consultation } = ticket
  const applied = (title: string, one: Application | undefined, more = ''): Matter[] =>
    one
      ? [
          {
            key: title,
            title,
            state: applicationTerms[one.state],
            text: [one.reason, more, one.ruling ? `裁定：${one.ruling}` : ''].filter(Boolean).join('。'),
            urgent: false,
          },
        ]
      : []
  return [
    ...(ticket.supervisions ?? []).map(({ id, level, cause, text, state, answer }) => ({
      key: id,
      title: `${levelTerms[level]}（${causeTerms[cause]}）`,
      state: state === 'open' ? '等回复' : '已回复',
      text: [text, answer ? `回复：${answer}` : ''].filter(Boolean).join('。'),
      urgent: state === 'open',
    })),
    ...applied('申请退回', objection, names[objection?.suggestedDepartmentId ?? ''] ?? ''),
    ...applied(
      '申请延期',
      extension,
      extension ? `延长 ${extension.limit.amount} ${unitTerms[extension.limit.unit]}` : '',
    ),
    ...applied('挂账', block, block ? `${block.measure}，${dayWords(block.reviewAt)}核查` : ''),
    ...findingOf(ticket),
    ...applied('申请终止', termination, termination?.resultText),
    ...(ticket.coTasks ?? []).map(({ id, departmentId, task, state, interim, report }) => ({
      key: id,
      title: `协办：${names[departmentId] ?? ''}`,
      state: coTaskTerms[state],
      text: [task, interim ? `阶段情况：${interim}` : '', report ? `反馈：${report}` : '']
        .filter(Boolean)
        .join('。'),
      urgent: false,
    })),
    ...(ticket.commissions ?? []).map(({ departmentId, agreement, amount, at }) => ({
      key: `funded-${at}-${departmentId}`,
      title: `费随事转：${names[departmentId] ?? ''}`,
      state: dayWords(at),
      text: `${agreement}，${amount / 100} 元`,
      urgent: false,
    })),
    ...(escalation
      ? [
          {
            key: 'escalation',
            title: `上报${names[escalation.toDepartmentId] ?? '上级'}`,
            state: escalation.state === 'open' ? '等意见' : '已有意见',
            text: [escalation.question, escalation.opinion ? `意见：${escalation.opinion}` : '']
              .filter(Boolean)
              .join('。'),
            urgent: false,
          },
        ]
      : []),
    ...(consultation
      ? [
          {
            key: 'consultation',
            title: '派单前会商',
            state: consultation.state === 'open' ? '等意见' : '已结束',
            text: [
              consultation.question,
              ...consultation.opinions.map(
                ({ departmentId, text }) => `${names[departmentId] ?? ''}：${text}`,
              ),
            ].join('。'),
            urgent: false,
          },
        ]
      : []),
    ...repeatOf(ticket),
    ...handoverOf(ticket),
    ...(ticket.exemptions ?? []).map(({ of, code, evidence }) => ({
      key: `exempt-${of}`,
      title: `剔除：${of.startsWith('callback') ? '回访评价' : '时限'}`,
      state: exemptionTerms[code],
      text: evidence,
      urgent: false,
    })),
    ...(ticket.commitments ?? []).map(({ id, measure, promisedAt, state }) => ({
      key: `promise-${id}`,
      title: `承诺 ${dayWords(promisedAt)}前`,
      state: commitmentWords[state],
      text: measure,
      urgent: state === 'broken',
    })),
  ]
}

/** Handlers read no more than that; the centre reads why, and which call came before. */
function repeatOf({ repeat }: TicketView): Matter[] {
  if (!repeat) return []
  const { at, reason, earlierNumber, liftedAt, liftReason } = repeat
  const said = [
    '中心认定：重复反映，没有新情况。办理和时限照常',
    earlierNumber ? `之前的一件：${earlierNumber}` : '',
    reason ? `理由：${reason}` : '',
    liftReason ? `撤销的理由：${liftReason}` : '',
  ]
  const state = liftedAt === undefined ? `${dayWords(at)}认定` : `${dayWords(liftedAt)}已撤销`
  return [{ key: 'repeat', title: '重复反映', state, text: said.filter(Boolean).join('。'), urgent: false }]
}

/** To everybody but the one who still has to read it: for them it stands on top. */
function handoverOf({ handover, relations }: TicketView): Matter[] {
  if (!handover) return []
  const { own, readAt, done, promised, next } = handover
  if (!own && readAt === undefined && relations.includes('lead')) return []
  const said = [`已办：${done}`, promised ? `答应群众：${promised}` : '', `下一步：${next}`]
  const state = readAt === undefined ? '还没有人看' : '接办的人看过了'
  return [{ key: 'handover', title: '交接说明', state, text: said.filter(Boolean).join('。'), urgent: false }]
}

/** 曝光: what was found, and whether it may be published. */
function findingOf({ finding }: TicketView): Matter[] {
  if (!finding) return []
  const { verdict, text, approval } = finding
  const ruled = approval?.grant ? '已同意公开' : '不公开'
  const waits = verdict === 'verified' && !approval
  return [
    {
      key: 'finding',
      title: `核查结果：${verdict === 'verified' ? '属实' : '不属实'}`,
      state: waits ? '等督办员审核' : approval ? ruled : '已记下',
      text: approval ? `${text}。审核：${approval.text}` : text,
      urgent: false,
    },
    ...(finding.amendments ?? []).map(amendmentOf),
  ]
}

function amendmentOf(
  {
    kind,
    text,
    reason,
    before,
    approval,
  }: NonNullable<NonNullable<TicketView['finding']>['amendments']>[number],
  index: number,
): Matter {
  const instead = kind === 'correct' ? `改为：${text ?? ''}。` : ''
  const said = approval ? `审核：${approval.text}。` : ''
  return {
    key: `amendment-${index}`,
    title: kind === 'correct' ? '更正核查结果' : '撤下核查结果',
    state: approval ? (approval.grant ? '已同意' : '维持原样') : '等督办员审核',
    text: `原因：${reason}。${instead}${said}原来写的是：${before}`,
    urgent: false,
  }
}
