import type { MonthPlan, PlanCandidate, PlansOutput } from '../../../typings/contract/plans'
import { ask } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'
import { session } from '../../services/session'
import { lastDayOf, monthWords } from '../plan-words'
import { maySeeTickets } from '../readers'
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
  from: string
  to: string
  /** Share of the most, percent. */
  width: number
  chosen: boolean
}

Page({
  ...loadsOnShow,
  data: {
    ...loading(),
    lines: [] as Line[],
    candidates: [] as CandidateLine[],
    mayChoose: false,
    seesTickets: false,
  },

  async read() {
    const [known, answer] = await Promise.all([session(), ask('supervision.plans', {})])
    return {
      mayChoose: answer.mayChoose,
      seesTickets: maySeeTickets(known),
      lines: answer.plans.map((plan) => lineOf(plan, answer.names)),
      candidates: answer.candidates.map((one) => candidateOf(one, answer)),
    }
  },

  onShareAppMessage() {
    return { title: '民呼我应：每月一题', path: '/oversight/plans/plans' }
  },

  /** This month's calls about a candidate. */
  openCalls(event: WechatMiniprogram.TouchEvent) {
    const { serviceCode, name, from, to } = event.currentTarget.dataset as Record<string, string>
    const title = `${name}，本月`
    void wx.navigateTo({ url: pathOf('tickets', { figure: 'calls', title }, { serviceCode, from, to }) })
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
    from: `${month}-01`,
    to: lastDayOf(month),
    grows: calls > before,
    width: Math.max(4, Math.round((calls / most) * 100)),
    chosen: plans.some((plan) => plan.month === month && plan.serviceCode === serviceCode),
  }
}
