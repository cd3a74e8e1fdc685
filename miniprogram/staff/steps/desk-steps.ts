import type { CommandInputs } from '../../../typings/contract/commands'
import type { Kind, LimitClass } from '../../../typings/contract/directory'
import { kindWords, limitClassWords } from '../../labels'
import { give } from '../../services/cloud'
import { always, listOf, never, on, reason, reasonMost, type Field, type Step, words } from './step'

type RejectCode = CommandInputs['reject']['code']

/** Art. 11(3)–(6): each ground, and a text that tells the caller where else to turn. */
const grounds: Record<RejectCode, { words: string; ready: readonly string[] }> = {
  repeat: {
    words: '重复：正在办或已办过，没有新情况',
    ready: [
      '您反映的这件事正在办理，没有新的情况，不再另行受理。有进展会告诉您，您也可以在原来那件里补充情况。',
      '您反映的这件事已经办过并答复。如有新的情况，请在原来那件里重新打开。',
    ],
  },
  explainSecret: {
    words: '涉及秘密或他人隐私',
    ready: [
      '您问的内容涉及国家秘密、商业秘密或他人隐私，依法不能提供。您本人的信息，可以带身份证到主管单位查。',
    ],
  },
  outOfScope: {
    words: '不属于政府职责',
    ready: [
      '这件事不属于政府职责，建议先和对方协商；协商不成，可以找人民调解委员会免费调解，或拨打 12348 免费咨询法律。',
      '这件事属于市场服务，建议联系经营者；有消费纠纷可以拨打 12315。',
    ],
  },
  unlawful: {
    words: '诉求不合法',
    ready: ['您的要求不符合法律规定，不能受理。法律怎么规定的，可以拨打 12348 免费咨询。'],
  },
}

const codes = Object.keys(grounds) as RejectCode[]

const toCaller = (code: RejectCode): Field => ({
  kind: 'text',
  key: `text-${code}`,
  label: '对群众说的话',
  placeholder: '为什么不能受理，可以去找谁',
  chips: grounds[code].ready,
  most: reasonMost,
  when: { key: 'code', is: code },
})

const choices = <Code extends string>(said: Readonly<Record<Code, string>>) =>
  (Object.entries(said) as [Code, string][]).map(([value, words]) => ({ value, words }))

/** What may be put right about a ticket; each has a field of its own name. */
const corrections = { serviceCode: '诉求类别', kind: '诉求性质', limitClass: '时限类', priority: '优先办理' }

/** What else the centre does at its desk: ask before dispatching, refuse, join, correct, copy. */
export const deskSteps = {
  consult: {
    action: '派单前会商',
    follows: '这些单位要在时限内说明是不是自己的职责。会商期间仍由中心负责，承诺群众的时间不变。',
    fields: [
      { kind: 'department', key: 'departmentIds', label: '问哪些单位', several: true },
      words('要问清什么', '例如：这段路的路灯由哪个单位管护', ['是不是贵单位的职责', '管护责任由谁承担']),
    ],
    fits: ({ ticket }) => ticket.consultation?.state !== 'open',
    isNext: never,
    give: ({ departmentIds, text = '' }, standing) =>
      give(
        'tickets.consult',
        { ...on(standing), departmentIds: listOf(departmentIds), question: text },
        standing.ticket.version,
      ),
    done: '已发起会商，等各单位的意见。',
  },
  reject: {
    action: '不予受理',
    follows: '群众会看到理由和可以去的地方。这件诉求就此结束。',
    fields: [
      {
        kind: 'choice',
        key: 'code',
        label: '哪一种（条例第十一条）',
        options: codes.map((value) => ({ value, words: grounds[value].words })),
      },
      {
        kind: 'ticket',
        key: 'repeatOf',
        label: '和哪一件重复',
        optional: true,
        when: { key: 'code', is: 'repeat' },
      },
      ...codes.map(toCaller),
    ],
    fits: always,
    isNext: never,
    give: ({ code, repeatOf, ...said }, standing) =>
      give(
        'tickets.reject',
        {
          ...on(standing),
          code: code as RejectCode,
          text: said[`text-${code ?? ''}`] ?? '',
          ...(repeatOf && { repeatOf }),
        },
        standing.ticket.version,
      ),
    done: '已告知群众不予受理的理由。',
  },
  merge: {
    action: '并单',
    follows: '这件并入另一件，一起办理，有结果两边的群众都会知道。这件不再单独计时。',
    fields: [
      { kind: 'ticket', key: 'parentId', label: '并入哪一件' },
      words('对群众说的话', '例如：您和邻居反映的是同一件事', [
        '您反映的和另一位居民反映的是同一件事，已合并办理，有结果一起告诉您。',
      ]),
    ],
    fits: always,
    isNext: never,
    give: ({ parentId = '', text = '' }, standing) =>
      give('tickets.merge', { ...on(standing), parentId, text }, standing.ticket.version),
    done: '已并单。',
  },
  reclassify: {
    action: '调整类别',
    follows: '类别变了，时限会跟着重算，群众会收到新的时间。',
    fields: [
      { kind: 'choice', key: 'what', label: '调整什么', options: choices(corrections) },
      {
        kind: 'service',
        key: 'serviceCode',
        label: '改为哪个类别',
        when: { key: 'what', is: 'serviceCode' },
      },
      {
        kind: 'choice',
        key: 'kind',
        label: '改为哪种性质',
        options: choices(kindWords),
        when: { key: 'what', is: 'kind' },
      },
      {
        kind: 'choice',
        key: 'limitClass',
        label: '改为哪个时限类',
        options: choices(limitClassWords),
        when: { key: 'what', is: 'limitClass' },
      },
      {
        kind: 'choice',
        key: 'priority',
        label: '老年人、残疾人等本人同意后优先',
        options: choices({ yes: '加上优先', no: '去掉优先' }),
        when: { key: 'what', is: 'priority' },
      },
      reason('依据什么调整', ['群众补充后更清楚', '现场核实后确认', '提交时选错了类别']),
    ],
    fits: always,
    isNext: never,
    give: ({ serviceCode, kind, limitClass, priority, reason: why = '' }, standing) =>
      give(
        'tickets.reclassify',
        {
          ...on(standing),
          reason: why,
          ...(serviceCode && { serviceCode }),
          ...(kind && { kind: kind as Kind }),
          ...(limitClass && { limitClass: limitClass as LimitClass }),
          ...(priority && { priority: priority === 'yes' }),
        },
        standing.ticket.version,
      ),
    done: '已调整。',
  },
  copy: {
    action: '抄送',
    follows: '这些单位会收到消息，看得到进展，不用办理。',
    fields: [{ kind: 'department', key: 'departmentIds', label: '抄送给谁', several: true }],
    fits: always,
    isNext: never,
    give: ({ departmentIds }, standing) =>
      give(
        'tickets.copy',
        { ...on(standing), departmentIds: listOf(departmentIds) },
        standing.ticket.version,
      ),
    done: '已抄送。',
  },
} as const satisfies Record<string, Step>
