import type { UnitLine } from '../../../typings/contract/staffing'
import { whyNobodyWords } from '../../labels'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'

/** Drawn at a time: a district has some 250 units. */
const drawnAtOnce = 40

interface Line {
  departmentId: string
  name: string
  words: string
  /** Nobody can be reached, and why; empty otherwise. */
  alarm: string
}

/** 单位和岗位: every unit with its A角 and B角; those where nobody can be reached stand first. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    text: '',
    alarmsOnly: false,
    alarms: 0,
    total: 0,
    lines: [] as Line[],
    more: false,
  },

  units: [] as readonly UnitLine[],
  drawn: drawnAtOnce,

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  onReachBottom() {
    if (!this.data.more) return
    this.drawn += drawnAtOnce
    this.redraw()
  },

  async load() {
    try {
      const { units } = await ask('directory.units', {})
      this.units = units
      this.setData({
        state: 'ready',
        trouble: '',
        total: units.length,
        alarms: units.filter(({ why }) => why).length,
      })
      this.redraw()
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  redraw() {
    const { text, alarmsOnly } = this.data
    const found = this.units.filter(
      (unit) =>
        (!alarmsOnly || unit.why) &&
        [unit.name, unit.contact, unit.deputy].some((words) => words.includes(text.trim())),
    )
    this.setData({ lines: found.slice(0, this.drawn).map(lineOf), more: found.length > this.drawn })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  type(event: WechatMiniprogram.Input) {
    this.drawn = drawnAtOnce
    this.setData({ text: event.detail.value })
    this.redraw()
  },

  toggleAlarms() {
    this.drawn = drawnAtOnce
    this.setData({ alarmsOnly: !this.data.alarmsOnly })
    this.redraw()
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string }
    void wx.navigateTo({ url: `/admin/unit/unit?departmentId=${id}` })
  },
})

const lineOf = ({ departmentId, name, contact, deputy, why }: UnitLine): Line => ({
  departmentId,
  name,
  words: `A 角 ${contact || '空缺'}，B 角 ${deputy || '空缺'}`,
  alarm: why ? `现在联系不上：${whyNobodyWords[why]}` : '',
})
