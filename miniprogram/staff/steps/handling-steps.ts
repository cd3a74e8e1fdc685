import type { CommandInputs } from '../../../typings/contract/commands'
import { give } from '../../services/cloud'
import { endOfWorkOn } from '../../services/people-time'
import { commissionFields, commissionOf } from './commission'
import { always, isBlocked, never, on, reason, reasonMost, type Step, words } from './step'

/** What the unit that leads a ticket does with it, in the order of the work. The reply has a page of its own. */
export const handlingSteps = {
  acknowledge: {
    action: '签收',
    follows: '签收后就由您单位办理，请尽快联系群众。',
    fields: [],
    fits: always,
    isNext: always,
    give: (_, standing) => give('tickets.acknowledge', on(standing), standing.ticket.version),
    done: '已签收。下一步：联系群众。',
  },
  contactResident: {
    action: '联系群众',
    follows: '第一次联系会停止先行联系的计时。群众能看到您写的内容。',
    fields: [
      {
        kind: 'choice',
        key: 'how',
        label: '怎么联系的',
        options: [
          { value: 'phone', words: '电话' },
          { value: 'visit', words: '上门' },
          { value: 'message', words: '留言给群众' },
        ],
      },
      {
        kind: 'text',
        key: 'text',
        label: '说了什么',
        placeholder: '例如：已电话联系，约定明天上午现场查看',
        most: reasonMost,
        chips: ['已电话联系，约定现场查看', '已了解情况，正在核实', '电话未接通，稍后再联系'],
      },
    ],
    fits: always,
    isNext: ({ ticket }) => ticket.nextStep === 'contactResident',
    give: ({ how, text = '' }, standing) =>
      give(
        'tickets.contactResident',
        { ...on(standing), how: how as CommandInputs['contactResident']['how'], note: text },
        standing.ticket.version,
      ),
    done: '已记录联系情况。',
  },
  sendBack: {
    action: '退回',
    follows: '由区民呼我应中心裁定。裁定以前仍由您单位负责；承诺群众的时间不往后推。',
    fields: [
      reason('为什么不该由您单位办理，依据是什么', [
        '不属于本单位职责',
        '不在本单位辖区',
        '已移交其他单位管理',
      ]),
      { kind: 'department', key: 'departmentId', label: '建议由谁办理', optional: true },
    ],
    fits: ({ ticket, now }) =>
      ticket.lead !== undefined &&
      !ticket.lead.designated &&
      now <= ticket.lead.returnUntil &&
      ticket.objection?.state !== 'open' &&
      !(ticket.objection?.state === 'refused' && ticket.objection.stint === ticket.lead.stint),
    isNext: never,
    give: ({ reason: why = '', departmentId }, standing) =>
      give(
        'tickets.sendBack',
        { ...on(standing), reason: why, ...(departmentId && { suggestedDepartmentId: departmentId }) },
        standing.ticket.version,
      ),
    done: '已申请退回，等中心裁定。裁定前请继续办理。',
  },
  extend: {
    action: '延期',
    follows: '到期前申请，只能一次，由中心裁定。同意后群众会收到新的时间和理由。',
    fields: [
      {
        kind: 'choice',
        key: 'amount',
        label: '延长多久',
        options: ['3', '5', '10'].map((value) => ({ value, words: `${value} 个工作日` })),
      },
      reason('为什么按时办不完', ['需要专业检测', '需要采购材料', '需要多个单位配合', '天气原因无法施工']),
    ],
    fits: ({ ticket }) => ticket.extension?.state !== 'open' && (ticket.extensionCount ?? 0) === 0,
    isNext: never,
    give: ({ reason: why = '', amount }, standing) =>
      give(
        'tickets.extend',
        { ...on(standing), reason: why, limit: { amount: Number(amount), unit: 'workDay' } },
        standing.ticket.version,
      ),
    done: '已申请延期，等中心裁定。裁定前时限不变。',
  },
  block: {
    action: '挂账',
    follows: '由中心裁定。同意后暂停计时，到核查日期再看；原因和日期群众看得到。',
    fields: [
      reason('为什么现在办不了', ['等待资金安排', '等待规划审批', '受季节影响', '涉及历史遗留问题']),
      {
        kind: 'text',
        key: 'text',
        label: '这期间做什么',
        placeholder: '例如：先设围挡和警示牌',
        most: reasonMost,
      },
      { kind: 'date', key: 'date', label: '哪天核查' },
    ],
    fits: (standing) => standing.ticket.block?.state !== 'open' && !isBlocked(standing),
    isNext: never,
    give: ({ reason: why = '', text = '', date = '' }, standing) =>
      give(
        'tickets.block',
        { ...on(standing), reason: why, measure: text, reviewAt: endOfWorkOn(date) },
        standing.ticket.version,
      ),
    done: '已申请挂账，等中心裁定。裁定前时限不变。',
  },
  unblock: {
    action: '恢复办理',
    follows: '结束挂账，时限继续计算，群众会收到新的时间。',
    fields: [reason('现在为什么可以办了', ['资金已到位', '审批已通过', '条件已具备'])],
    fits: isBlocked,
    isNext: never,
    give: ({ reason: why = '' }, standing) =>
      give('tickets.unblock', { ...on(standing), reason: why }, standing.ticket.version),
    done: '已恢复办理。',
  },
  assist: {
    action: '协办',
    follows: '对方另有自己的时限，反馈给牵头单位。答复仍由牵头单位负责。',
    fields: [
      { kind: 'department', key: 'departmentId', label: '请哪个单位' },
      {
        kind: 'text',
        key: 'text',
        label: '请对方做什么',
        placeholder: '例如：请到现场确认管线归属',
        most: reasonMost,
      },
      ...commissionFields,
    ],
    fits: always,
    isNext: never,
    give: ({ departmentId = '', text = '', ...commission }, standing) =>
      give(
        'tickets.assist',
        { ...on(standing), departmentId, task: text, ...commissionOf(commission) },
        standing.ticket.version,
      ),
    done: '已请对方协办。',
  },
  whistle: {
    action: '吹哨',
    follows: '街道吹哨，部门报到：对方要按时到场反馈，时限记在对方名下。答复仍由您单位负责。',
    fields: [
      { kind: 'department', key: 'departmentId', label: '请哪个部门报到' },
      {
        kind: 'text',
        key: 'text',
        label: '请对方做什么',
        placeholder: '例如：请到现场确认占道围挡是否有许可',
        most: reasonMost,
        chips: ['请到现场联合处置', '请依职权执法', '请确认管护责任'],
      },
    ],
    fits: ({ classes }) => classes.includes('street'),
    isNext: never,
    give: ({ departmentId = '', text = '' }, standing) =>
      give('tickets.whistle', { ...on(standing), departmentId, task: text }, standing.ticket.version),
    done: '已吹哨，等部门报到。',
  },
  escalate: {
    action: '上报',
    follows: '上级单位必须给出意见，有时限。这期间您单位的时限照常计算。',
    fields: [words('请示什么', '写清卡在哪里，需要上级决定什么')],
    fits: ({ ticket }) => ticket.escalation?.state !== 'open',
    isNext: never,
    give: ({ text = '' }, standing) =>
      give('tickets.escalate', { ...on(standing), question: text }, standing.ticket.version),
    done: '已上报，等上级意见。',
  },
  terminate: {
    action: '申请终止',
    follows: '由中心裁定。同意后这件诉求结束，群众会看到下面的说明。裁定前时限不变。',
    fields: [
      reason('为什么不再办理', ['群众本人要求不再办理', '反映的事已不存在', '已进入诉讼或仲裁程序']),
      {
        kind: 'text',
        key: 'text',
        label: '对群众的说明',
        placeholder: '查到什么，为什么到此为止，还可以找谁',
        most: reasonMost,
      },
    ],
    fits: ({ ticket }) => ticket.termination?.state !== 'open',
    isNext: never,
    give: ({ reason: why = '', text = '' }, standing) =>
      give('tickets.terminate', { ...on(standing), reason: why, resultText: text }, standing.ticket.version),
    done: '已申请终止，等中心裁定。裁定前请继续办理。',
  },
  commit: {
    action: '作出承诺',
    follows: '群众会看到措施和日期，到期会核对是否兑现。',
    fields: [
      {
        kind: 'choice',
        key: 'type',
        label: '哪一类',
        options: [
          { value: 'repair', words: '维修施工' },
          { value: 'plan', words: '列入计划' },
          { value: 'fund', words: '落实资金' },
          { value: 'legal', words: '依法处理' },
          { value: 'other', words: '其他' },
        ],
      },
      words('做什么', '例如：更换 3 盏路灯'),
      { kind: 'date', key: 'date', label: '哪天以前做到' },
    ],
    fits: always,
    isNext: never,
    give: ({ type, text = '', date = '' }, standing) =>
      give(
        'tickets.commit',
        {
          ...on(standing),
          type: type as CommandInputs['commit']['type'],
          measure: text,
          promisedAt: endOfWorkOn(date),
        },
        standing.ticket.version,
      ),
    done: '已作出承诺，群众能看到。',
  },
  fulfil: {
    action: '承诺已兑现',
    follows: '群众会收到消息。',
    fields: [words('怎么做到的', '例如：路灯已更换并亮灯，附现场情况')],
    fits: ({ ticket }) => openCommitment(ticket) !== undefined,
    isNext: never,
    give: ({ text = '' }, standing) =>
      give(
        'tickets.fulfil',
        { ...on(standing), commitmentId: openCommitment(standing.ticket)?.id ?? '', evidence: text },
        standing.ticket.version,
      ),
    done: '已记录兑现。',
  },
  answerSupervision: {
    action: '回复督办',
    follows: '督办员会收到您的回复。督办有自己的时限。',
    fields: [words('回复', '写清原因、现在做到哪一步、什么时候办好')],
    fits: ({ ticket }) => openSupervision(ticket) !== undefined,
    isNext: never,
    give: ({ text = '' }, standing) =>
      give(
        'tickets.answerSupervision',
        { ...on(standing), supervisionId: openSupervision(standing.ticket)?.id ?? '', text },
        standing.ticket.version,
      ),
    done: '已回复督办。',
  },
} as const satisfies Record<string, Step>

type Ticket = Parameters<Step['fits']>[0]['ticket']

/** The earliest promised of those not yet fulfilled, broken ones too. */
const openCommitment = ({ commitments = [] }: Ticket) =>
  [...commitments]
    .sort((a, b) => a.promisedAt - b.promisedAt)
    .find(({ fulfilledAt }) => fulfilledAt === undefined)

const openSupervision = ({ supervisions = [] }: Ticket) => supervisions.find(({ state }) => state === 'open')
