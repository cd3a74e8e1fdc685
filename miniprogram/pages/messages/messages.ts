import type { MessageList } from '../../../typings/contract/messages'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type FateWords, fateWords } from '../../services/notice-words'
import { momentWords } from '../../services/people-time'

interface MessageWords {
  id: string
  /** Where a tap leads. */
  url: string
  title: string
  text: string
  when: string
  unread: boolean
  fates: FateWords[]
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    messages: [] as MessageWords[],
    cursor: '',
    unread: 0,
    busy: false,
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
        unread: list.unread,
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
    if (message.url) void wx.navigateTo({ url: message.url })
  },

  async readAll() {
    if (this.data.busy) return
    this.setData({ busy: true })
    try {
      await ask('tickets.markAllRead', {})
      const messages = this.data.messages.map((message) => ({ ...message, unread: false }))
      this.setData({ messages, unread: 0, busy: false, trouble: '' })
    } catch (error) {
      this.setData({ busy: false, trouble: sentenceOf(error) })
    }
  },
})

const words = (message: MessageList['messages'][number]): MessageWords => ({
  id: message._id,
  url: urlOf(message),
  title: message.title,
  text: message.text,
  when: momentWords(message.at, Date.now()),
  unread: message.readAt === undefined,
  fates: message.fates.map((fate) => fateWords(fate, Date.now())),
})

/** What is sent to a post is opened where that work is done. */
function urlOf({ page, ticketId, postId }: MessageList['messages'][number]): string {
  if (page !== undefined) return `/${page}`
  if (ticketId === undefined) return ''
  return `${postId === undefined ? '/pages' : '/staff'}/ticket/ticket?ticketId=${ticketId}`
}
