import type { UnitLine } from '../../../typings/contract/staffing'
import { whyNobodyWords } from '../../labels'
import { ask } from '../../services/cloud'
import { loading, loadsOnShow } from '../../services/loading'

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
  ...loadsOnShow,
  data: {
    ...loading(),
    text: '',
    alarmsOnly: false,
    alarms: 0,
    total: 0,
    lines: [] as Line[],
    more: false,
  },

  units: [] as readonly UnitLine[],
  drawn: drawnAtOnce,

  onReachBottom() {
    if (!this.data.more) return
    this.drawn += drawnAtOnce
    this.redraw()
  },

  async read() {
    const { units } = await ask('directory.units', {})
    this.units = units
    return { total: units.length, alarms: units.filter(({ why }) => why).length, ...this.found() }
  },

  redraw() {
    this.setData(this.found())
  },

  found() {
    const { text, alarmsOnly } = this.data
    const found = this.units.filter(
      (unit) =>
        (!alarmsOnly || unit.why) &&
        [unit.name, unit.contact, unit.deputy].some((words) => words.includes(text.trim())),
    )
    return { lines: found.slice(0, this.drawn).map(lineOf), more: found.length > this.drawn }
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
