import { ask } from '../../services/cloud'
import { loading, loads } from '../../services/loading'
import { session } from '../../services/session'
import { maySeeTickets } from '../readers'
import { type WarningLine, warningLine } from './warning-words'

/** What last night's figures say that somebody should look at, the newest first; never a judgement. */
Page({
  ...loads,
  data: { ...loading(), lines: [] as WarningLine[], cursor: '' },

  onLoad() {
    void this.load()
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  onShareAppMessage() {
    return { title: '民呼我应：预警', path: '/oversight/warnings/warnings' }
  },

  async read(cursor?: string) {
    const [known, list] = await Promise.all([
      session(),
      ask('supervision.warnings', cursor ? { cursor } : {}),
    ])
    const lines = list.warnings.map((warning) => warningLine(warning, maySeeTickets(known)))
    return { lines: cursor ? [...this.data.lines, ...lines] : lines, cursor: list.cursor ?? '' }
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },
})
