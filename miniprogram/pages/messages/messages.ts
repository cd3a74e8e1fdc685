import type { MessageList } from '../../../typings/contract/messages'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { momentWords } from '../../services/people-time'

interface MessageWords {
  id: string
  ticketId: string
  /** Sent to a post: opened where that work is done. */
  toStaff: boolean
  title: string
  text: string
  when: string
  unread: boolean
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    messages: [] as MessageWords[],
    cursor: '',
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async onReachBottom() {
    if (this.data.cursor) await this.load(this.data.cursor)
  },

  async load(cursor?: string) {
    try {
      const list = await ask('tickets.messages', cursor ? { cursor } : {})
      const messages = list.messages.map(words)
      this.setData({
        state: 'ready',
        trouble: '',
        messages: cursor ? [...this.data.messages, ...messages] : messages,
        cursor: list.cursor ?? '',
      })
    } catch (error) {
      this.setData({ state: this.data.state === 'ready' ? 'ready' : 'error', trouble: sentenceOf(error) })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const message = this.data.messages[index]
    if (!message) return
    // Unread again is the worst that a lost answer does.
    if (message.unread) ask('tickets.markRead', { messageId: message.id }).catch(() => undefined)
    const page = message.toStaff ? '/staff/ticket/ticket' : '/pages/ticket/ticket'
    void wx.navigateTo({ url: `${page}?ticketId=${message.ticketId}` })
  },
})

const words = (message: MessageList['messages'][number]): MessageWords => ({
  id: message._id,
  ticketId: message.ticketId ?? '',
  toStaff: message.postId !== undefined,
  title: message.title,
  text: message.text,
  when: momentWords(message.at, Date.now()),
  unread: message.readAt === undefined,
})
