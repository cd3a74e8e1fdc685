import type { PlanOutput } from '../../../typings/contract/plans'
import { ask } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'
import type { Drawing } from '../chart/drawing'
import { lastDayOf, monthWords } from '../plan-words'
import { session } from '../../services/session'
import { maySeeTickets } from '../readers'
import { dateWords, pathOf } from '../view'

interface Words {
  title: string
  month: string
  service: string
  unit: string
  measures: string
  due: string
  because: string
}

type Month = PlanOutput['months'][number]

/** One month's number, which opens its calls. */
interface MonthLine {
  from: string
  to: string
  title: string
  words: string
}

Page({
  ...loadsOnShow,
  data: {
    ...loading(),
    words: null as Words | null,
    drawing: null as Drawing | null,
    label: '',
    compared: '',
    months: [] as MonthLine[],
    mayChoose: false,
    serviceCode: '',
  },
  planId: '',

  onLoad({ planId = '' }: Record<string, string | undefined>) {
    this.planId = decodeURIComponent(planId)
  },

  async read() {
    const [known, { plan, months, mayChoose, names }] = await Promise.all([
      session(),
      ask('supervision.plan', { planId: this.planId }),
    ])
    return {
      words: {
        title: plan.title,
        month: monthWords(plan.month),
        service: names[plan.serviceCode] ?? plan.serviceCode,
        unit: names[plan.departmentId] ?? '负责单位',
        measures: plan.measures,
        due: `${dateWords(plan.dueOn)}前完成`,
        because: plan.because,
      },
      drawing: drawingOf(months),
      label: months.map((month) => `${nameOf(month)} ${month.calls} 件`).join('，'),
      compared: comparedOf(months),
      months: maySeeTickets(known) ? months.filter(({ calls }) => calls > 0).map(lineOf) : [],
      mayChoose,
      serviceCode: plan.serviceCode,
    }
  },

  onShareAppMessage() {
    const { words } = this.data
    return {
      title: `民呼我应：每月一题，${words?.title ?? ''}`,
      path: pathOf('plan', { planId: this.planId }),
    }
  },

  /** A month's number: its calls. */
  open(event: WechatMiniprogram.TouchEvent) {
    const { from, to, title } = event.currentTarget.dataset as Record<string, string>
    const { serviceCode } = this.data
    void wx.navigateTo({ url: pathOf('tickets', { figure: 'calls', title }, { serviceCode, from, to }) })
  },

  change() {
    const { serviceCode } = this.data
    void wx.navigateTo({ url: pathOf('plan-form', { serviceCode }) })
  },
})

const nameOf = ({ month, when }: Month) =>
  `${month.slice(2).replace('-', '.')}${when === 'chosen' ? ' 选题' : ''}`

const lineOf = ({ month, calls }: Month): MonthLine => ({
  from: `${month}-01`,
  to: lastDayOf(month),
  title: `${monthWords(month)}的诉求`,
  words: `${monthWords(month)}：${calls} 件`,
})

function drawingOf(months: readonly Month[]): Drawing {
  return {
    kind: 'bars',
    most: Math.max(1, ...months.map(({ calls }) => calls)),
    rows: months.map((month) => ({
      name: nameOf(month),
      value: month.calls,
      words: `${month.calls} 件${month.running ? '（到今天）' : ''}`,
      ...(month.when === 'chosen' && { tone: 'dueSoon' as const }),
      ...(month.when === 'after' && { tone: 'onTime' as const }),
    })),
  }
}

/** Whole months only: a month that still runs would look like a fall. */
function comparedOf(months: readonly Month[]): string {
  const whole = (when: Month['when']) => months.filter((month) => month.when === when && !month.running)
  const before = whole('before')
  const after = whole('after')
  if (after.length === 0) return '选题以后还没有满一个月，先看选题以前的。'
  return `每月平均：选题前 ${averageOf(before)} 件，选题后 ${averageOf(after)} 件。`
}

const averageOf = (months: readonly Month[]) =>
  Math.round((10 * months.reduce((sum, { calls }) => sum + calls, 0)) / months.length) / 10
