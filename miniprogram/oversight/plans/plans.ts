import type { MonthPlan, PlanCandidate, PlansOutput } from '../../../typings/contract/plans'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { monthWords } from '../plan-words'
import { dateWords, pathOf } from '../view'

interface Line {
  planId: string
  title: string
  month: string
  unit: string
  due: string
}

interface CandidateLine {
  serviceCode: string
  name: string
  topic: string
  volume: string
  grows: boolean
  /** Share of the most, percent. */
  width: number
  chosen: boolean
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    lines: [] as Line[],
    candidates: [] as CandidateLine[],
    mayChoose: false,
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
      const answer = await ask('supervision.plans', {})
      this.setData({
        state: 'ready',
        trouble: '',
        mayChoose: answer.mayChoose,
        lines: answer.plans.map((plan) => lineOf(plan, answer.names)),
        candidates: answer.candidates.map((one) => candidateOf(one, answer)),
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { planId } = event.currentTarget.dataset as { planId: string }
    void wx.navigateTo({ url: pathOf('plan', { planId }) })
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    const { serviceCode } = event.currentTarget.dataset as { serviceCode: string }
    void wx.navigateTo({ url: pathOf('plan-form', { serviceCode }) })
  },
})

const lineOf = (
  { _id, title, month, departmentId, dueOn }: MonthPlan,
  names: PlansOutput['names'],
): Line => ({
  planId: _id,
  title,
  month: monthWords(month),
  unit: names[departmentId] ?? '负责单位',
  due: `${dateWords(dueOn)}前完成`,
})

function candidateOf(
  { serviceCode, calls, before, topic = '' }: PlanCandidate,
  { names, candidates, plans, month }: PlansOutput,
): CandidateLine {
  const most = Math.max(...candidates.map((one) => one.calls))
  return {
    serviceCode,
    name: names[serviceCode] ?? serviceCode,
    topic,
    volume: `本月 ${calls} 件，上月同期 ${before} 件`,
    grows: calls > before,
    width: Math.max(4, Math.round((calls / most) * 100)),
    chosen: plans.some((plan) => plan.month === month && plan.serviceCode === serviceCode),
  }
}
