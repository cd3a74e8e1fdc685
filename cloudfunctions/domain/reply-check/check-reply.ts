import { forwarded, formal, greeting, leaks, rude, substance, thanks } from './reply-words'
import { relevance } from './relevance'

type FindingKind = 'offTopic' | 'template' | 'noSubstance' | 'discourteous' | 'leak'

interface Finding {
  kind: FindingKind
  /** UTF-16 units in the reply, the end not included; the whole reply where something is missing from it. */
  start: number
  end: number
  /** In Chinese, to be shown beside the place. Advice: nothing here keeps a reply from being sent. */
  advice: string
}

export interface ReplyCheck {
  findings: readonly Finding[]
  /** 0 to 1: how much of what was asked the reply speaks about. */
  relevance: number
  /** Characters that are left without greetings, thanks and other formal parts. */
  substantial: number
  /** Which of the four the reply names. */
  names: readonly (keyof typeof substance)[]
}

export interface Asked {
  subject?: string
  detail: string
  /** The caller's own name and telephone, which a published reply must not have. */
  personal?: readonly string[]
}

/** Under it the reply hardly mentions the matter. Measured on replies_dev against replies to other messages. */
const leastRelevance = 0.04
/** What is left after the formal parts, in characters; a real answer is seldom shorter. */
const shortest = 30
/** A reply that hands on may be a little longer than that and still say nothing else. */
const shortestForwarded = 70

/** Reads a reply before it is sent: each finding with its place and what would be better. */
export function checkReply(reply: string, asked: Asked): ReplyCheck {
  const whole = { start: 0, end: reply.length }
  const core = withoutFormal(reply)
  const says = (Object.keys(substance) as (keyof typeof substance)[]).filter((name) =>
    substance[name].test(core),
  )
  const about = relevance(reply, asked)
  const findings: Finding[] = [...leaksIn(reply), ...personalIn(reply, asked.personal ?? [])]

  const handedOn = forwarded.exec(reply)
  // Whoever says what was done and when has answered, even if a number to call stands at the end.
  const answered = says.includes('measure') && says.includes('date')
  const isTemplate =
    core.length < shortest || (handedOn !== null && core.length < shortestForwarded && !answered)
  if (isTemplate) {
    const place = handedOn ? { start: handedOn.index, end: handedOn.index + handedOn[0].length } : whole
    findings.push({
      kind: 'template',
      ...place,
      advice: handedOn
        ? '这段只说了转交，没有说结果。请写明由谁办、怎么办、什么时候有结果。'
        : '这份答复大多是套话。请写明查到了什么、采取了什么措施、什么时候办好。',
    })
  }
  if (!isTemplate && about < leastRelevance)
    findings.push({
      kind: 'offTopic',
      ...whole,
      advice: '答复里几乎没有提到群众反映的事项，请确认是否答非所问。',
    })
  if (says.length === 0)
    findings.push({
      kind: 'noSubstance',
      ...whole,
      advice: '没有看到措施、日期、经办人（或电话）、政策依据中的任何一项，请至少写明一项。',
    })
  findings.push(...courtesyOf(reply))
  return { findings, relevance: about, substantial: core.length, names: says }
}

const withoutFormal = (reply: string): string =>
  formal.reduce((text, phrase) => text.replace(phrase, ''), reply).replace(/\s+/g, '')

function leaksIn(reply: string): Finding[] {
  return leaks.flatMap(({ what, pattern }) =>
    [...reply.matchAll(pattern)].map((match) => ({
      kind: 'leak' as const,
      start: match.index,
      end: match.index + match[0].length,
      advice: `这里可能是他人的${what}。答复可能公开，请删去或遮盖；如是单位公布的联系方式，可保留。`,
    })),
  )
}

function personalIn(reply: string, personal: readonly string[]): Finding[] {
  return personal
    .filter((words) => words.length > 1 && reply.includes(words))
    .map((words) => ({
      kind: 'leak' as const,
      start: reply.indexOf(words),
      end: reply.indexOf(words) + words.length,
      advice: '这里有来电群众本人的姓名或电话。答复可能公开，请删去。',
    }))
}

function courtesyOf(reply: string): Finding[] {
  const findings: Finding[] = [...reply.matchAll(new RegExp(rude, 'g'))].map((match) => ({
    kind: 'discourteous',
    start: match.index,
    end: match.index + match[0].length,
    advice: '这句话可能让群众觉得被推诿或被指责，请换一种说法。',
  }))
  if (!greeting.test(reply.slice(0, 60)))
    findings.push({
      kind: 'discourteous',
      start: 0,
      end: 0,
      advice: '开头建议加一句称呼和问候，如“您好！”。',
    })
  if (!thanks.test(reply))
    findings.push({
      kind: 'discourteous',
      start: reply.length,
      end: reply.length,
      advice: '结尾建议感谢群众的反映。',
    })
  return findings
}
