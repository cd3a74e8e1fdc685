import { give } from '../../services/cloud'
import { endOfWorkOn } from '../../services/people-time'
import { callFields, callOf } from './call-answers'
import { commissionFields, commissionOf } from './commission'
import { always, isBlocked, never, on, ruling, type Step, type Values, words } from './step'

const says = ({ grant }: Values): boolean => grant === 'yes'

/** What the centre does: dispatch, rulings, review, callback. */
export const centreSteps = {
  dispatch: {
    action: '派单',
    follows: '承办单位马上收到；群众能看到由谁办理。指定办理的单位不能再退回。',
    fields: [
      {
        kind: 'choice',
        key: 'how',
        label: '派给谁',
        options: [
          { value: 'catalogue', words: '按派单目录' },
          { value: 'chosen', words: '选一个单位' },
          { value: 'designated', words: '指定办理（不能退回）' },
        ],
      },
      {
        kind: 'choice',
        key: 'serviceCode',
        label: '诉求类别',
        optional: true,
        options: [],
        when: { key: 'how', is: 'catalogue' },
      },
      { kind: 'department', key: 'departmentId', label: '单位', when: { key: 'how', is: 'chosen' } },
      {
        kind: 'department',
        key: 'designatedId',
        label: '指定的单位',
        when: { key: 'how', is: 'designated' },
      },
      words('派单理由', '写清依据，承办单位会看到', ['按派单目录', '属于该单位职责', '经会商确定']),
      ...commissionFields,
    ],
    fits: always,
    isNext: always,
    give: ({ how, departmentId, designatedId, serviceCode, text = '', ...commission }, standing) =>
      give(
        'tickets.dispatch',
        {
          ...on(standing),
          reason: text,
          ...(how === 'catalogue' && serviceCode && { serviceCode }),
          ...(how === 'chosen' && departmentId && { departmentId }),
          ...(how === 'designated' && designatedId && { departmentId: designatedId, designate: true }),
          ...commissionOf(commission),
        },
        standing.ticket.version,
      ),
    done: '已派单。',
  },
  answer: {
    action: '当场答复',
    follows: '答复发给群众，这件诉求就此结束。只用于能当场说清的咨询。',
    fields: [words('答复', '直接说给群众听')],
    fits: ({ ticket }) => ticket.kind === 'consult',
    isNext: never,
    give: ({ text = '' }, standing) =>
      give('tickets.answer', { ...on(standing), text }, standing.ticket.version),
    done: '已答复群众。',
  },
  refer: {
    action: '告知渠道',
    follows: '群众会看到该找谁、怎么找。这件诉求就此结束。',
    fields: [
      {
        kind: 'choice',
        key: 'code',
        label: '转到哪里',
        options: [
          { value: 'referLegal', words: '法定渠道（诉讼、仲裁、复议、信访）' },
          { value: 'transferHotline', words: '专门热线' },
        ],
      },
      words('对群众说的话', '例如：这件事归法院管，可以拨打 12348 免费咨询'),
    ],
    fits: always,
    isNext: never,
    give: ({ code, text = '' }, standing) =>
      give(
        'tickets.refer',
        { ...on(standing), code: code === 'referLegal' ? 'referLegal' : 'transferHotline', text },
        standing.ticket.version,
      ),
    done: '已告知群众。',
  },
  ruleReturn: {
    action: '裁定退回',
    follows: '同意并选了单位，马上改派；没选单位，回到派单台。不同意的，原单位继续办理。',
    fields: [
      ...ruling('同意退回', '不同意，继续办理'),
      {
        kind: 'department',
        key: 'departmentId',
        label: '改派给谁',
        optional: true,
        when: { key: 'grant', is: 'yes' },
      },
      ...commissionFields,
    ],
    fits: ({ ticket }) => ticket.objection?.state === 'open',
    isNext: always,
    give: (values, standing) =>
      give(
        'tickets.ruleReturn',
        {
          ...on(standing),
          grant: says(values),
          text: values.text ?? '',
          ...(says(values) && values.departmentId && { departmentId: values.departmentId }),
          ...(says(values) && commissionOf(values)),
        },
        standing.ticket.version,
      ),
    done: '已裁定退回。',
  },
  takeBack: {
    action: '收回改派',
    follows: '承办单位现在没有可联系的专员。选了单位，马上改派；没选，回到派单台。承诺群众的时间不往后推。',
    fields: [
      words('说明', '为什么收回，群众会看到', ['承办单位暂无专员', '机构调整']),
      { kind: 'department', key: 'departmentId', label: '改派给谁', optional: true },
      ...commissionFields,
    ],
    fits: ({ ticket }) => ticket.nextStep === 'takeBack',
    isNext: always,
    give: ({ text = '', departmentId, ...commission }, standing) =>
      give(
        'tickets.takeBack',
        { ...on(standing), text, ...(departmentId && { departmentId }), ...commissionOf(commission) },
        standing.ticket.version,
      ),
    done: '已收回。',
  },
  ruleExtension: {
    action: '裁定延期',
    follows: '同意的，群众会收到新的时间和理由。',
    fields: ruling('同意延期', '不同意'),
    fits: ({ ticket }) => ticket.extension?.state === 'open',
    isNext: always,
    give: (values, standing) =>
      give(
        'tickets.ruleExtension',
        { ...on(standing), grant: says(values), text: values.text ?? '' },
        standing.ticket.version,
      ),
    done: '已裁定延期。',
  },
  ruleBlock: {
    action: '裁定挂账',
    follows: '同意的，暂停计时，到核查日期提醒；群众看得到原因和日期。',
    fields: ruling('同意挂账', '不同意'),
    fits: ({ ticket }) => ticket.block?.state === 'open',
    isNext: always,
    give: (values, standing) =>
      give(
        'tickets.ruleBlock',
        { ...on(standing), grant: says(values), text: values.text ?? '' },
        standing.ticket.version,
      ),
    done: '已裁定挂账。',
  },
  reviewBlock: {
    action: '核查挂账',
    follows: '继续挂账要定下一次核查的日期；不继续的，马上恢复计时。',
    fields: [
      ...ruling('继续挂账', '恢复办理'),
      { kind: 'date', key: 'date', label: '下一次核查', when: { key: 'grant', is: 'yes' } },
    ],
    fits: isBlocked,
    isNext: ({ ticket }) => ticket.nextStep === 'reviewBlock',
    give: (values, standing) =>
      give(
        'tickets.reviewBlock',
        {
          ...on(standing),
          grant: says(values),
          text: values.text ?? '',
          ...(says(values) && values.date && { reviewAt: endOfWorkOn(values.date) }),
        },
        standing.ticket.version,
      ),
    done: '已核查。',
  },
  ruleTermination: {
    action: '裁定终止',
    follows: '同意的，这件诉求就此结束，群众会看到说明。',
    fields: ruling('同意终止', '不同意'),
    fits: ({ ticket }) => ticket.termination?.state === 'open',
    isNext: always,
    give: (values, standing) =>
      give(
        'tickets.ruleTermination',
        { ...on(standing), grant: says(values), text: values.text ?? '' },
        standing.ticket.version,
      ),
    done: '已裁定终止。',
  },
  review: {
    action: '审核答复',
    follows: '通过的，答复马上发给群众并请他评价；退回的，原单位重新办理。',
    fields: [
      {
        kind: 'choice',
        key: 'grant',
        label: '审核',
        options: [
          { value: 'yes', words: '通过' },
          { value: 'no', words: '退回重办' },
        ],
      },
      words('意见', '通过或退回的理由', ['答复清楚，事实有据', '没有回应群众的问题', '没有写明解决办法']),
    ],
    fits: always,
    isNext: always,
    give: (values, standing) =>
      give(
        'tickets.review',
        { ...on(standing), approve: says(values), text: values.text ?? '' },
        standing.ticket.version,
      ),
    done: '已审核。',
  },
  recordCall: {
    action: '电话回访',
    follows: '接通的，照群众的回答记；没接通的，改天再打，最多三次。',
    fields: callFields,
    fits: ({ ticket: { callback } }) => callback !== undefined && callback.outcome === undefined,
    isNext: ({ ticket, now }) => ticket.status === 'callback' && (ticket.callback?.callAt ?? Infinity) <= now,
    give: (values, standing) =>
      give('tickets.recordCall', { ...on(standing), ...callOf(values) }, standing.ticket.version),
    done: '已记录回访。',
  },
} as const satisfies Record<string, Step>
