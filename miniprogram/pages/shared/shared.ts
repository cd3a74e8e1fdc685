import type { CommandInputs } from '../../../typings/contract/commands'
import { ask, give, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { sharedWords, type SharedWords } from '../../services/shared-words'

/** 我也遇到的一件事: how it goes, the answer, and one's own word on it. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error' | 'none',
    trouble: '',
    ticketId: '',
    words: null as SharedWords | null,
    notice: '',
    busy: false,
    problem: '',
  },

  onLoad({ ticketId = '' }: { ticketId?: string }) {
    this.setData({ ticketId })
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load(change: { notice?: string; busy?: boolean } = {}) {
    try {
      const { matters, names, now } = await ask('tickets.coSigned', { ticketId: this.data.ticketId })
      const [matter] = matters
      const words = matter ? sharedWords(matter, names, now) : null
      this.setData({ ...change, words, trouble: '', state: words ? 'ready' : 'none' })
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData({ ...change, trouble, state: this.data.words ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  track() {
    void wx.redirectTo({ url: '/pages/track/track' })
  },

  async judge({ detail }: WechatMiniprogram.CustomEvent<CommandInputs['evaluate']>) {
    const { busy, ticketId, words } = this.data
    if (busy || !words) return
    const { solved, grade, comment } = detail
    this.setData({ busy: true, problem: '' })
    try {
      await give(
        'tickets.judgeShared',
        { ticketId, solved, grade, ...(comment && { comment }) },
        words.version,
      )
      await this.load({ notice: '谢谢您的评价，区民呼我应中心看得到。', busy: false })
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },
})
