import { give } from '../../services/cloud'
import { causeTerms } from '../../labels'
import type { Exemption } from '../../../typings/contract/exemption'
import type { SuperviseCause } from '../../../typings/contract/ticket'
import { clockTerms, exemptionTerms } from '../terms'
import { always, listOf, never, on, reasonMost, type Standing, type Step, type Values, words } from './step'

const causes = {
  kind: 'choice',
  key: 'cause',
  label: '为什么',
  options: Object.entries(causeTerms).map(([value, said]) => ({ value, words: said })),
} as const

const charge = ({ cause, text = '' }: Values, standing: Standing) => ({
  ...on(standing),
  cause: cause as SuperviseCause,
  text,
})

/** An open co-task of the reader's own unit. */
export const ownCoTask = ({ ticket, departmentIds }: Standing) =>
  ticket.coTasks?.find(({ departmentId, state }) => state === 'open' && departmentIds.includes(departmentId))

const exemptions = Object.entries(exemptionTerms).map(([value, said]) => ({ value, words: said }))

/** What went wrong and counts against somebody: late clocks, and the answers of a finished callback; each once. */
function exemptible({ ticket, now }: Standing): { value: string; words: string }[] {
  const { clocks = [], callback, exemptions: granted = [] } = ticket
  const late = clocks
    .filter(({ outcome, dueAt }) => outcome === 'breached' || (outcome === undefined && dueAt < now))
    .map(({ id, kind, stint }) => ({
      value: id,
      words: `${clockTerms[kind]}超时${stint > 1 ? `（第 ${stint} 次办理）` : ''}`,
    }))
  const heard = callback?.outcome
    ? [{ value: `callback:${callback.round}`, words: `第 ${callback.round} 次回访的评价` }]
    : []
  return [...late, ...heard].filter(({ value }) => !granted.some(({ of }) => of === value))
}

const field = (key: string, label: string, placeholder: string) =>
  ({ kind: 'text', key, label, placeholder, most: reasonMost }) as const

/** What units called in, superiors, supervisors and everybody at work do. */
export const jointSteps = {
  reportCoTask: {
    action: '反馈协办情况',
    follows: '牵头单位会收到。暂时办不完的，先报阶段情况，时限照常计算。',
    fields: [
      {
        kind: 'choice',
        key: 'how',
        label: '办完了吗',
        options: [
          { value: 'final', words: '办完了' },
          { value: 'interim', words: '先报阶段情况' },
        ],
      },
      words('情况', '做了什么，结果怎样'),
    ],
    fits: (standing) => ownCoTask(standing) !== undefined,
    isNext: always,
    give: ({ how, text = '' }, standing) =>
      give(
        'tickets.reportCoTask',
        {
          ...on(standing),
          coTaskId: ownCoTask(standing)?.id ?? '',
          text,
          ...(how === 'interim' && { interim: true }),
        },
        standing.ticket.version,
      ),
    done: '已反馈给牵头单位。',
  },
  opine: {
    action: '给出意见',
    follows: '下级单位马上收到，照您的意见办理。',
    fields: [words('意见', '明确写出怎么办、由谁办')],
    fits: ({ ticket }) => ticket.escalation?.state === 'open',
    isNext: always,
    give: ({ text = '' }, standing) =>
      give('tickets.opine', { ...on(standing), text }, standing.ticket.version),
    done: '意见已送达。',
  },
  advise: {
    action: '回复会商',
    follows: '中心根据各单位的意见派单。',
    fields: [
      {
        kind: 'choice',
        key: 'ours',
        label: '是不是您单位的职责',
        options: [
          { value: 'yes', words: '是' },
          { value: 'no', words: '不是' },
        ],
      },
      words('依据', '写清职责依据'),
    ],
    fits: ({ ticket, departmentIds }) =>
      ticket.consultation?.state === 'open' &&
      !ticket.consultation.opinions.some(({ departmentId }) => departmentIds.includes(departmentId)),
    isNext: always,
    give: ({ ours, text = '' }, standing) =>
      give('tickets.advise', { ...on(standing), ours: ours === 'yes', text }, standing.ticket.version),
    done: '已回复会商。',
  },
  decideRework: {
    action: '决定是否重办',
    follows: '重办的，交原单位再办一次；不重办的，就此归档并告诉群众。',
    fields: [
      {
        kind: 'choice',
        key: 'grant',
        label: '决定',
        options: [
          { value: 'yes', words: '再办一次' },
          { value: 'no', words: '不再重办' },
        ],
      },
      words('说明', '群众会看到'),
    ],
    fits: ({ ticket }) => ticket.callback?.undecided === true,
    isNext: always,
    give: ({ grant, text = '' }, standing) =>
      give(
        'tickets.decideRework',
        { ...on(standing), rework: grant === 'yes', text },
        standing.ticket.version,
      ),
    done: '已决定。',
  },
  supervise: {
    action: '督办',
    follows: '承办单位必须在时限内回复。',
    fields: [causes, words('要求', '要承办单位做什么')],
    fits: always,
    isNext: never,
    give: (values, standing) => give('tickets.supervise', charge(values, standing), standing.ticket.version),
    done: '已督办。',
  },
  raise: {
    action: '提级督办',
    follows: '承办单位和分管区领导都会收到。',
    fields: [causes, words('要求', '要承办单位做什么')],
    fits: always,
    isNext: never,
    give: (values, standing) => give('tickets.raise', charge(values, standing), standing.ticket.version),
    done: '已提级督办。',
  },
  interview: {
    action: '约谈',
    follows: '承办单位和分管区领导都会收到，记入约谈记录。',
    fields: [causes, words('约谈内容', '时间、地点、说什么')],
    fits: always,
    isNext: never,
    give: (values, standing) => give('tickets.interview', charge(values, standing), standing.ticket.version),
    done: '已记录约谈。',
  },
  exempt: {
    action: '剔除或容错',
    follows: '批准人记为您，理由和依据留存备查。事实仍在，统计时剔除前后都列出。',
    fields: (standing) => [
      { kind: 'choice', key: 'of', label: '剔除哪一项', options: exemptible(standing) },
      { kind: 'choice', key: 'code', label: '哪一种', options: exemptions },
      words('依据', '文件、会议纪要或事实，写清在哪里能查到'),
    ],
    fits: (standing) => exemptible(standing).length > 0,
    isNext: never,
    give: ({ of = '', code, text = '' }, standing) =>
      give(
        'tickets.exempt',
        { ...on(standing), of, code: code as Exemption['code'], evidence: text },
        standing.ticket.version,
      ),
    done: '已记录剔除。',
  },
  handOver: {
    action: '写交接说明',
    follows: '接着办的人打开这件诉求，先看到这几句，直到他点“看过了”。群众看不到。',
    fields: [
      field('done', '办了什么', '例如：去过现场，三盏灯的线断了，已报养护公司'),
      { ...field('promised', '答应了群众什么', '例如：答应周三前给他回电话'), optional: true },
      field('next', '下一步做什么', '例如：周三问养护公司进度，再回电话'),
    ],
    fits: always,
    isNext: never,
    give: ({ done = '', promised, next = '' }, standing) =>
      give(
        'tickets.handOver',
        { ...on(standing), done, next, ...(promised && { promised }) },
        standing.ticket.version,
      ),
    done: '已留下交接说明。谁接着办，谁先看到。',
  },
  note: {
    action: '写备注',
    follows: '只有办这件诉求的人看得到。提醒谁，谁马上收到消息，点开就是这件诉求。',
    fields: [
      {
        kind: 'text',
        key: 'text',
        label: '备注',
        placeholder: '提醒、内部情况',
        most: reasonMost,
        chips: ['请留意时限', '群众要求上门，请安排'],
      },
      { kind: 'colleague', key: 'mention', label: '提醒谁看', several: true, optional: true },
    ],
    fits: always,
    isNext: never,
    give: ({ text = '', mention }, standing) =>
      give(
        'tickets.note',
        { ...on(standing), text, ...(mention && { mention: listOf(mention) }) },
        standing.ticket.version,
      ),
    done: '已记下备注。',
  },
} as const satisfies Record<string, Step>
