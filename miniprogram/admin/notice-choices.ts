import type { NoticeChoice, NoticeReach, SettingsPage } from '../../typings/contract/administration'

/** How far a message goes, as an admin chooses it. */
const reachWords: Record<NoticeReach, string> = {
  digest: '只进每日汇总',
  weChat: '马上发微信',
  sms: '微信没送到，发短信',
  phone: '短信也没送到，打电话',
}

const orders: Record<NoticeChoice['to'], readonly NoticeReach[]> = {
  resident: ['weChat', 'sms', 'phone'],
  staff: ['digest', 'weChat', 'sms', 'phone'],
}

/** One message as a row of the page, with what was chosen for it and not yet saved. */
export interface ChoiceRow {
  template: string
  title: string
  fixed: boolean
  options: string[]
  index: number
  words: string
  changed: boolean
}

export type Chosen = Readonly<Record<string, NoticeReach>>

export const rowsOf = (
  choices: readonly NoticeChoice[],
  to: NoticeChoice['to'],
  chosen: Chosen,
): ChoiceRow[] =>
  choices
    .filter((choice) => choice.to === to)
    .map(({ template, title, reach, fixed = false }) => {
      const now = chosen[template] ?? reach
      const order = orders[to]
      return {
        template,
        title,
        fixed,
        options: order.map((one) => reachWords[one]),
        index: order.indexOf(now),
        words: reachWords[now],
        changed: now !== reach,
      }
    })

export function reachAt(
  choices: readonly NoticeChoice[],
  template: string,
  index: number,
): NoticeReach | undefined {
  const choice = choices.find((one) => one.template === template)
  return choice && orders[choice.to][index]
}

/** 21:00–次日 08:00 不打扰 */
export function quietWords({ from, to }: SettingsPage['quiet']): string {
  if (from === to) return '没有免打扰时段，随时都会发'
  return `${from}–${from > to ? '次日 ' : ''}${to} 不打扰，急件照发`
}

export interface Draft {
  quiet: SettingsPage['quiet']
  digestAt: string
  /** Text messages to one post a day. */
  sms: number
  chosen: Chosen
}

/** What saving would change, a sentence each; nothing where nothing would. */
export function changesOf(page: SettingsPage, { quiet, digestAt, sms, chosen }: Draft): string[] {
  const before = quietWords(page.quiet)
  const after = quietWords(quiet)
  return [
    ...(before === after ? [] : [`免打扰：${after}（现在是 ${page.quiet.from}–${page.quiet.to}）`]),
    ...(digestAt === page.digestAt ? [] : [`每日汇总：${digestAt} 发（现在是 ${page.digestAt}）`]),
    ...(sms === page.smsPerPostDay ? [] : [`短信：${smsWords(sms)}（现在是 ${page.smsPerPostDay} 条）`]),
    ...page.choices.flatMap(({ template, title, reach }) => {
      const now = chosen[template] ?? reach
      return now === reach ? [] : [`「${title}」：${reachWords[now]}（现在是${reachWords[reach]}）`]
    }),
  ]
}

/** From which confidence a call is dispatched by its words; the first is the model's own. */
export const thresholds: readonly { value: number | undefined; words: string }[] = [
  { value: undefined, words: '按模型自己的把握（推荐）' },
  { value: 0.8, words: '有八成把握才自动派' },
  { value: 0.9, words: '有九成把握才自动派' },
  { value: 0.95, words: '有九成五把握才自动派' },
  { value: 2, words: '一律由人派' },
]

export const thresholdWords = (value: number | undefined): string =>
  thresholds.find((one) => one.value === value)?.words ?? `把握到 ${value ?? ''} 才自动派`

/** Text messages to one post a day, urgent ones aside. */
export const smsMost: readonly number[] = [3, 5, 10, 20, 50]

export const smsWords = (most: number): string => `最多 ${most} 条，急件不限`

/** Shares of well closed calls that are asked again. */
export const secondShares: readonly number[] = [0, 0.02, 0.05, 0.1, 0.2]

export const secondShareWords = (share: number): string =>
  share === 0 ? '不抽' : `${Math.round(share * 100)}%${share === 0.05 ? '（推荐）' : ''}`
