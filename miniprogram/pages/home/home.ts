import type { HomePage } from '../../../typings/contract/home'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook, isElder } from '../../services/look'
import { type CardWords, cardWords } from '../../services/own-card'
import { type Workplace, workplacesOf } from '../../services/workplaces'

interface Rate {
  words: string
  /** Width of the bar, 0 to 100. */
  percent: number
  note: string
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    tenantName: '',
    workplaces: [] as Workplace[],
    open: [] as CardWords[],
    moreOpen: 0,
    /** Of large letters: what is read aloud of the open calls. */
    aloud: '',
    unread: 0,
    rate: null as Rate | null,
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
      this.setData(drawn(await ask('tickets.home', {})))
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData(this.data.state === 'ready' ? { trouble } : { state: 'error', trouble })
    }
  },

  call(event: WechatMiniprogram.TouchEvent) {
    const { number } = event.currentTarget.dataset as { number: string }
    void wx.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
  },

  submit(event: WechatMiniprogram.TouchEvent) {
    const { start } = event.currentTarget.dataset as { start?: string }
    void wx.navigateTo({ url: `/pages/submit/submit${start ? `?start=${start}` : ''}` })
  },

  work(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },

  allMine() {
    void wx.switchTab({ url: '/pages/my-tickets/my-tickets' })
  },

  track() {
    void wx.navigateTo({ url: '/pages/track/track' })
  },

  messages() {
    void wx.navigateTo({ url: '/pages/messages/messages' })
  },
})

function drawn(home: HomePage) {
  const { answered, names, now, unread } = home
  const open = home.open.map((card) => cardWords(card, names, now))
  return {
    state: 'ready' as const,
    trouble: '',
    tenantName: home.tenantName,
    workplaces: workplacesOf(home),
    open,
    aloud: isElder() ? open.map(aloudOf).join('。') : '',
    moreOpen: home.moreOpen,
    unread,
    rate: rateOf(answered),
  }
}

/** The sentence holds the promised day; where none can be promised, the badge holds the next that is known. */
const aloudOf = ({ sentence, deadline }: CardWords, index: number): string =>
  `第 ${index + 1} 件，${sentence}${deadline.state === 'paused' ? `，${deadline.words}` : ''}`

const thousands = (count: number) => String(count).replace(/(\d)(?=(\d{3})+$)/g, '$1,')

const monthDay = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

function rateOf({ numerator, denominator, from, to }: HomePage['answered']): Rate | null {
  if (denominator === 0) return null
  return {
    words: `${thousands(numerator)} / ${thousands(denominator)} 件`,
    percent: Math.round((100 * numerator) / denominator),
    note: `${monthDay(from)}至${monthDay(to)}，到期应答复的诉求里按时答复了多少。超期没答复的也算在内。`,
  }
}
