import type { SettingsPage } from '../../../typings/contract/administration'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { momentWords } from '../../services/people-time'
import {
  type ChoiceRow,
  changesOf,
  type Chosen,
  quietWords,
  reachAt,
  rowsOf,
  secondShares,
  secondShareWords,
  smsMost,
  smsWords,
  thresholds,
  thresholdWords,
} from '../notice-choices'

interface Line {
  key: number
  when: string
  words: string
}

/** 系统设置: how people are reached, and when a call is dispatched without a person. What is typed stays until it is saved. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    problem: '',
    busy: false,
    tenantName: '',
    from: '',
    to: '',
    digestAt: '',
    /** Text messages to one post a day. */
    sms: 0,
    smsOptions: smsMost.map(smsWords),
    smsIndex: 0,
    smsWords: '',
    quiet: '',
    residents: [] as ChoiceRow[],
    staff: [] as ChoiceRow[],
    /** What saving would change. */
    changes: [] as string[],
    thresholdOptions: thresholds.map(({ words }) => words),
    threshold: '',
    thresholdIndex: 0,
    secondOptions: secondShares.map(secondShareWords),
    second: '',
    secondIndex: 0,
    log: [] as Line[],
  },

  known: undefined as SettingsPage | undefined,
  chosen: {} as Chosen,

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  /** @param said drawn with the fresh page; `fresh` drops what was chosen */
  async load(said: { notice?: string; problem?: string } = {}, fresh = false) {
    try {
      const page = await ask('directory.settings', {})
      const first = this.known === undefined || fresh
      this.known = page
      if (first) this.chosen = {}
      const now = Date.now()
      const own = first
        ? { from: page.quiet.from, to: page.quiet.to, digestAt: page.digestAt, sms: page.smsPerPostDay }
        : {}
      this.setData({
        ...said,
        ...own,
        state: 'ready',
        trouble: '',
        busy: false,
        tenantName: page.tenantName,
        threshold: thresholdWords(page.autoDispatchAt),
        thresholdIndex: Math.max(
          0,
          thresholds.findIndex(({ value }) => value === page.autoDispatchAt),
        ),
        second: secondShareWords(page.secondCallShare),
        secondIndex: Math.max(0, secondShares.indexOf(page.secondCallShare)),
        log: page.changes.map(({ at, by, text }, key) => ({
          key,
          when: `${momentWords(at, now)} ${by}`,
          words: text,
        })),
      })
      this.redraw()
    } catch (error) {
      const state = this.data.state === 'ready' ? 'ready' : 'error'
      this.setData({ ...said, state, busy: false, trouble: sentenceOf(error) })
    }
  },

  redraw() {
    if (!this.known) return
    const { from, to, digestAt, sms } = this.data
    const quiet = { from, to }
    this.setData({
      smsWords: smsWords(sms),
      smsIndex: Math.max(0, smsMost.indexOf(sms)),
      quiet: quietWords(quiet),
      residents: rowsOf(this.known.choices, 'resident', this.chosen),
      staff: rowsOf(this.known.choices, 'staff', this.chosen),
      changes: changesOf(this.known, { quiet, digestAt, sms, chosen: this.chosen }),
    })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  chooseTime(event: WechatMiniprogram.PickerChange) {
    const { field } = event.currentTarget.dataset as { field: 'from' | 'to' | 'digestAt' }
    const value = String(event.detail.value)
    this.setData({ notice: '', problem: '' })
    if (field === 'from') this.setData({ from: value })
    else if (field === 'to') this.setData({ to: value })
    else this.setData({ digestAt: value })
    this.redraw()
  },

  chooseSms(event: WechatMiniprogram.PickerChange) {
    this.setData({ sms: smsMost[Number(event.detail.value)] ?? this.data.sms, notice: '', problem: '' })
    this.redraw()
  },

  chooseReach(event: WechatMiniprogram.PickerChange) {
    const { template } = event.currentTarget.dataset as { template: string }
    const reach = reachAt(this.known?.choices ?? [], template, Number(event.detail.value))
    if (!reach) return
    this.chosen = { ...this.chosen, [template]: reach }
    this.setData({ notice: '', problem: '' })
    this.redraw()
  },

  async save() {
    const { known, data } = this
    if (!known || data.busy || data.changes.length === 0) return
    const { from, to, digestAt, sms } = data
    await this.change(
      () =>
        ask('directory.setNotices', {
          quiet: { from, to },
          digestAt,
          smsPerPostDay: sms,
          reach: this.chosen,
          directoryVersion: known.directoryVersion,
        }),
      '已保存，一分钟内生效。',
    )
  },

  async chooseThreshold(event: WechatMiniprogram.PickerChange) {
    const { known } = this
    const chosen = thresholds[Number(event.detail.value)]
    if (!known || !chosen || chosen.value === known.autoDispatchAt || this.data.busy) return
    const { confirm } = await wx.showModal({
      title: '改自动派单的门槛',
      content: `改为：${chosen.words}。达不到的都由派单员来派。`,
      confirmText: '改',
    })
    if (!confirm) return
    await this.change(
      () =>
        ask('directory.setAutoDispatch', {
          directoryVersion: known.directoryVersion,
          ...(chosen.value !== undefined && { autoDispatchAt: chosen.value }),
        }),
      '门槛已改，一分钟内生效。',
      false,
    )
  },

  async chooseSecond(event: WechatMiniprogram.PickerChange) {
    const { known } = this
    const secondCallShare = secondShares[Number(event.detail.value)]
    if (!known || secondCallShare === undefined || this.data.busy) return
    if (secondCallShare === known.secondCallShare) return
    const { directoryVersion } = known
    const { confirm } = await wx.showModal({
      title: '改二次回访',
      content: `改为：${secondShareWords(secondCallShare)}。只抽以后归档的。`,
      confirmText: '改',
    })
    if (!confirm) return
    await this.change(
      () => ask('directory.setSecondCalls', { secondCallShare, directoryVersion }),
      '已改，一分钟内生效。',
      false,
    )
  },

  async change(give: () => Promise<unknown>, notice: string, fresh = true) {
    this.setData({ busy: true, notice: '', problem: '' })
    try {
      await give()
      await this.load({ notice }, fresh)
    } catch (error) {
      const problem = sentenceOf(error)
      if (error instanceof CallFailure && error.code === 'VERSION_CONFLICT') await this.load({ problem })
      else this.setData({ busy: false, problem })
    }
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },
})
