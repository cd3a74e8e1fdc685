import type { AuditResult, Break } from './books'
import type { FactBreak } from './fact-books'

/** What each break means to somebody who reads it, in both languages. */
const meanings: Readonly<Record<(Break | FactBreak)['kind'], readonly [string, string]>> = {
  altered: ['这一行和封存时不一样', 'this line is not as it was sealed'],
  missing: ['少了这一行', 'this line is missing'],
  reordered: ['这里的行调换过次序', 'lines have changed places here'],
  added: ['这一行是后加的，没有封存', 'this line was put in without a seal'],
  figures: [
    '历史没有变，但时限、答复等计入考核的内容被改过',
    'the history stands, but deadlines or replies that rates are counted from were changed',
  ],
  wordsGone: [
    '这一行的话被拿掉了，却没有本人删除的记录',
    'the words of this line are gone, and no caller asked for it',
  ],
  answers: [
    '评价的回答和当时的不一样，或者不见了',
    'the answers of this evaluation are not those that were given, or are gone',
  ],
  twice: ['同一个编号出现了两次', 'this number is there twice'],
  truncated: [
    '从这一行起和当天公布的对不上：公布时行数更多，后面的被截掉了',
    'from this line on not what was published that day: there were more lines, and some were cut off',
  ],
  rewritten: [
    '自己前后一致，但和当天公布的对不上：从这一行起被重写过',
    'consistent in itself, but not what was published that day: rewritten from this line on',
  ],
  backdated: [
    '当天公布时没有这一行：是后来补写、倒填日期的',
    'not there when that day was published: written later and dated back',
  ],
  ticketGone: ['整件诉求不见了，当天公布时还在', 'the whole ticket is gone; it was there that day'],
  factAltered: [
    '计入考核的这一条，和诉求本身对不上',
    'what is counted here is not what the ticket itself says',
  ],
  factInvented: ['计入考核的这一条，诉求里没有', 'counted, but the ticket has nothing of it'],
  factMissing: ['诉求里有，却没有计入考核', 'the ticket has it, but it is not counted'],
  dayGone: ['这一天没有公布的校验码', 'no digest was published for this day'],
  dayAltered: ['这一天的校验码和它自己的内容对不上', 'this day’s digest does not fit what it says'],
  dayUnlinked: ['这一天接不上前一天', 'this day does not follow from the one before'],
  dayReplaced: ['和您手里抄下的校验码不一样', 'not the digest that you have a copy of'],
  growthsAltered: ['这一天的明细和公布的校验码对不上', 'this day’s list does not fit its digest'],
  dayDiffers: [
    '数据和这一天公布的对不上（没有明细，说不出是哪一件）',
    'the tickets are not those of this day (without its list nobody can say which)',
  ],
}

export function breakWords(one: Break | FactBreak): string {
  const [chinese, english] = meanings[one.kind]
  if ('fact' in one) return `${one.number} ${one.fact}：${chinese}。 / ${english}.`
  if (!('number' in one)) return `${one.day}：${chinese}。 / ${english}.`
  const day = 'day' in one ? `（${one.day}）` : ''
  return `${one.number} 第 ${one.seq} 行${day}：${chinese}。 / line ${one.seq}: ${english}.`
}

/** @returns the summary, one sentence a line. */
export function resultWords(result: AuditResult): string[] {
  const { tickets, lines, unsealed, erased, silent, answers, days, first, last, unpublished, facts } = result
  const span = days > 0 ? `（${first} – ${last}）` : ''
  return [
    `${tickets} 件，${lines} 行，其中 ${erased} 行的话已由本人删除；公布的校验码 ${days} 天${span}。`,
    `${tickets} tickets, ${lines} lines, ${erased} of them without their words; ${days} published days.`,
    ...(silent > 0
      ? [
          `${silent} 行的话没有放进这份数据，其余照样核对。`,
          `The words of ${silent} lines were left out of this dump; all else was checked.`,
        ]
      : []),
    ...(answers > 0
      ? [`${answers} 次评价连同回答一起核对。`, `${answers} evaluations checked with their answers.`]
      : []),
    ...(facts > 0
      ? [
          `${facts} 条考核记录逐条和诉求核对：时限、答复、剔除、评价。`,
          `${facts} facts held against their tickets, one by one.`,
        ]
      : []),
    ...(unsealed > 0
      ? [
          `有 ${unsealed} 行比封存更早，无从核对：链从第一行封存的开始。`,
          `${unsealed} lines are older than seals: a chain begins at its first sealed line.`,
        ]
      : []),
    ...(days === 0
      ? [
          '没有公布的校验码可以对照：只核对了每件自己的链。',
          'No published day to hold it against: chains only.',
        ]
      : []),
    ...(days > 0 && unpublished > 0
      ? [
          `最后公布日以后的 ${unpublished} 行还没有公布，只核对了链。`,
          `${unpublished} lines are newer than the last published day.`,
        ]
      : []),
  ]
}
