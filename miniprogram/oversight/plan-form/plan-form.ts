import type { PlansOutput } from '../../../typings/contract/plans'
import { ask, sentenceOf } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
import { pathOf } from '../view'

const dayMs = 86_400_000
/** The day that is proposed, and no more than proposed. */
const daysProposed = 30

type Unit = PlansOutput['units'][number]

Page({
  ...loads,
  data: {
    ...loading(),
    service: '',
    title: '',
    units: [] as readonly Unit[],
    unit: null as Unit | null,
    measures: '',
    dueOn: '',
    tomorrow: '',
    busy: false,
    problem: '',
  },
  serviceCode: '',

  onLoad({ serviceCode = '' }: Record<string, string | undefined>) {
    this.serviceCode = decodeURIComponent(serviceCode)
    void this.load()
  },

  async read() {
    const { plans, candidates, units, names, month, now } = await ask('supervision.plans', {})
    const plan = plans.find((one) => one.month === month && one.serviceCode === this.serviceCode)
    const service = names[this.serviceCode] ?? ''
    const topic = candidates.find((one) => one.serviceCode === this.serviceCode)?.topic
    return {
      service,
      units,
      tomorrow: dayOf(now + dayMs),
      title: plan?.title ?? topic ?? service,
      measures: plan?.measures ?? '',
      dueOn: plan?.dueOn ?? dayOf(now + daysProposed * dayMs),
      unit: units.find(({ departmentId }) => departmentId === plan?.departmentId) ?? null,
    }
  },

  /** It wraps where it is long, and stays one sentence. */
  typeTitle(event: WechatMiniprogram.TextareaInput) {
    this.setData({ title: event.detail.value.replace(/\n/g, ''), problem: '' })
  },

  typeMeasures(event: WechatMiniprogram.TextareaInput) {
    this.setData({ measures: event.detail.value, problem: '' })
  },

  pickUnit(event: WechatMiniprogram.PickerChange) {
    this.setData({ unit: this.data.units[Number(event.detail.value)] ?? null, problem: '' })
  },

  pickDue(event: WechatMiniprogram.PickerChange) {
    this.setData({ dueOn: String(event.detail.value), problem: '' })
  },

  async choose() {
    const { busy, unit, title, measures, dueOn } = this.data
    if (busy) return
    const problem = missing(title, unit, measures)
    if (problem || !unit) return this.setData({ problem })
    this.setData({ busy: true, problem: '' })
    try {
      const { planId } = await ask('supervision.choosePlan', {
        serviceCode: this.serviceCode,
        title: title.trim(),
        departmentId: unit.departmentId,
        measures: measures.trim(),
        dueOn,
      })
      this.setData({ busy: false })
      void wx.redirectTo({ url: pathOf('plan', { planId }) })
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },
})

function missing(title: string, unit: Unit | null, measures: string): string {
  if (title.trim().length < 2) return '请写上题目。'
  if (!unit) return '请选一个负责的单位。'
  return measures.trim().length < 5 ? '请写上措施，至少 5 个字。' : ''
}

/** In the district's own time. */
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
