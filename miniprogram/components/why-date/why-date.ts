import type { Explanation, ExplainedDay } from '../../../typings/contract/clock'

interface DayLine {
  date: string
  words: string
  counted: boolean
}

/** 为什么是这一天: the sentence, and behind a tap every day with what it counted for. */
Component({
  properties: {
    explanation: { type: Object, value: null as Explanation | null },
  },
  data: { open: false, days: [] as DayLine[] },
  methods: {
    toggle() {
      const open = !this.data.open
      this.setData({ open, ...(open && { days: lines(this.properties.explanation) }) })
    },
  },
})

function lines(explanation: Explanation | null): DayLine[] {
  return (explanation?.days ?? []).map((day) => ({
    date: `${Number(day.date.slice(5, 7))} 月 ${Number(day.date.slice(8))} 日`,
    words: wordsOf(day),
    counted: day.counted,
  }))
}

const ordinal = ({ ordinal: number }: ExplainedDay, unit: string) =>
  number === undefined ? '计入' : `第 ${number} 个${unit}`

const reasons: Record<ExplainedDay['why'], (day: ExplainedDay) => string> = {
  startDay: (day) => (day.counted ? ordinal(day, '工作日') : '开始的当天，不算'),
  workday: (day) => ordinal(day, '工作日'),
  shift: (day) => `调休上班，${ordinal(day, '工作日')}`,
  weekend: () => '周末，不算',
  holiday: ({ name }) => `${name ?? '节日'}放假，不算`,
  paused: ({ name }) => `暂停计时${name ? `:${name}` : ''}`,
  natural: (day) => ordinal(day, '自然日'),
  rolled: ({ name }) => `${name ?? '休息日'}，顺延`,
}

const wordsOf = (day: ExplainedDay): string => reasons[day.why](day)
