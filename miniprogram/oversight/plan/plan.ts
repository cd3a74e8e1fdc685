import type { PlanOutput } from '../../../typings/contract/plans'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import type { Drawing } from '../chart/drawing'
import { monthWords } from '../plan-words'
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

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    words: null as Words | null,
    drawing: null as Drawing | null,
    label: '',
    compared: '',
    mayChoose: false,
    serviceCode: '',
  },
  planId: '',

  onLoad({ planId = '' }: Record<string, string | undefined>) {
    this.planId = decodeURIComponent(planId)
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { plan, months, mayChoose, names } = await ask('supervision.plan', { planId: this.planId })
      this.setData({
        state: 'ready',
        trouble: '',
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
        mayChoose,
        serviceCode: plan.serviceCode,
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  change() {
    const { serviceCode } = this.data
    void wx.navigateTo({ url: pathOf('plan-form', { serviceCode }) })
  },
})

const nameOf = ({ month, when }: Month) =>
  `${month.slice(2).replace('-', '.')}${when === 'chosen' ? ' 选题' : ''}`

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
