import type { OwnCard } from '../../../typings/contract/views'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { flush, onOutbox, takeBack, waitingParcels } from '../../services/outbox'
import { type CardWords, cardWords } from '../../services/own-card'
import { forgetReceipt, receipts } from '../../services/receipts'
import { sharedWords, type SharedWords } from '../../services/shared-words'

interface WaitingCard {
  commandId: string
  subject: string
  refused: string
}

interface AnonymousCard {
  ticketId: string
  subject: string
  number: string
}

let stopListening: () => void = () => undefined

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    cards: [] as CardWords[],
    cursor: '',
    shared: [] as SharedWords[],
    waiting: [] as WaitingCard[],
    anonymous: [] as AnonymousCard[],
  },

  onLoad() {
    stopListening = onOutbox(() => void this.load())
  },

  onUnload() {
    stopListening()
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await Promise.all([this.load(), flush()])
    await wx.stopPullDownRefresh()
  },

  async onReachBottom() {
    const { cursor } = this.data
    if (cursor) await this.load(cursor)
  },

  async load(cursor?: string) {
    const kept = keptOnPhone()
    try {
      const [list, signed] = await Promise.all([
        ask('tickets.list', { view: 'mine', ...(cursor && { cursor }) }),
        cursor ? undefined : ask('tickets.coSigned', {}),
      ])
      const cards = list.tickets.map((card: OwnCard) => cardWords(card, list.names, list.now))
      this.setData({
        state: 'ready',
        trouble: '',
        cards: cursor ? [...this.data.cards, ...cards] : cards,
        cursor: list.cursor ?? '',
        ...(signed && {
          shared: signed.matters.map((matter) => sharedWords(matter, signed.names, signed.now)),
        }),
        ...kept,
      })
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData({ ...kept, trouble, state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  submit() {
    void wx.navigateTo({ url: '/pages/submit/submit' })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  mend(event: WechatMiniprogram.TouchEvent) {
    const { commandId } = event.currentTarget.dataset as { commandId: string }
    void wx.navigateTo({ url: takeBack(commandId) })
  },

  openShared(event: WechatMiniprogram.TouchEvent) {
    const { ticketId } = event.currentTarget.dataset as { ticketId: string }
    void wx.navigateTo({ url: `/pages/shared/shared?ticketId=${ticketId}` })
  },

  openAnonymous(event: WechatMiniprogram.TouchEvent) {
    const { ticketId } = event.currentTarget.dataset as { ticketId: string }
    void wx.navigateTo({ url: `/pages/ticket/ticket?ticketId=${ticketId}` })
  },

  async forget(event: WechatMiniprogram.TouchEvent) {
    const { ticketId } = event.currentTarget.dataset as { ticketId: string }
    const { confirm } = await wx.showModal({
      title: '从这部手机上删掉？',
      content: '删掉以后，只能凭查询码查这件诉求。请先确认查询码已经记好。',
      confirmText: '删掉',
    })
    if (!confirm) return
    forgetReceipt(ticketId)
    this.setData(keptOnPhone())
  },
})

/** What only this phone knows: calls that wait for a network, and anonymous ones. */
function keptOnPhone(): { waiting: WaitingCard[]; anonymous: AnonymousCard[] } {
  return {
    waiting: waitingParcels().map(({ commandId, input, refused }) => ({
      commandId,
      subject: input.description.slice(0, 40),
      refused: refused ?? '',
    })),
    anonymous: receipts()
      .filter(({ anonymous }) => anonymous)
      .map(({ receipt, subject }) => ({ ticketId: receipt.ticketId, number: receipt.number, subject })),
  }
}
