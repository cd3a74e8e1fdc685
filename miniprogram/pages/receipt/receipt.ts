import type { Explanation } from '../../../typings/contract/clock'
import { currentLook, followLook } from '../../services/look'
import { flush, onOutbox, takeBack, waitingParcels } from '../../services/outbox'
import { momentWords } from '../../services/people-time'
import { receiptFor } from '../../services/receipts'
import { savePicture } from '../../services/receipt-picture'

let stopListening: () => void = () => undefined

/** 收据: everything on it is on the phone already, so it opens without a network. */
Page({
  data: {
    look: currentLook(),
    commandId: '',
    state: 'waiting' as 'sent' | 'waiting' | 'refused' | 'gone',
    ticketId: '',
    number: '',
    department: '',
    reason: '',
    due: '',
    explanation: null as Explanation | null,
    receiptCode: '',
    refused: '',
    saved: '',
  },

  onLoad({ commandId = '' }: { commandId?: string }) {
    this.setData({ commandId, ...standing(commandId) })
    stopListening = onOutbox(() => this.setData(standing(this.data.commandId)))
  },

  onUnload() {
    stopListening()
  },

  onShow() {
    followLook(this)
  },

  async copyCode() {
    await wx.setClipboardData({ data: this.data.receiptCode })
  },

  /** As a picture, for who would lose a code on paper. */
  save() {
    const { number, department, due, receiptCode } = this.data
    const lines = {
      title: '已收到您的诉求',
      rows: [
        ['编号', number],
        ['谁来办', department || '正在确定'],
        ['什么时候答复', `最晚 ${due}`],
      ],
      code: receiptCode,
      foot: receiptCode ? '丢了没有办法补发。在谁的手机上都能查。' : '在“我的诉求”里看进展。',
    } as const
    wx.createSelectorQuery()
      .select('#paper')
      .fields({ node: true }, ({ node }) => {
        void savePicture(node as WechatMiniprogram.Canvas, lines).then((saved) => this.setData({ saved }))
      })
      .exec()
  },

  open() {
    void wx.redirectTo({ url: `/pages/ticket/ticket?ticketId=${this.data.ticketId}` })
  },

  home() {
    void wx.switchTab({ url: '/pages/home/home' })
  },

  again() {
    void flush()
  },

  mend() {
    void wx.redirectTo({ url: takeBack(this.data.commandId) })
  },
})

function standing(commandId: string) {
  const kept = receiptFor(commandId)
  if (kept) {
    const { ticketId, number, department = '', reason, dueAt, explanation, receiptCode = '' } = kept.receipt
    const due = momentWords(dueAt, Date.now())
    return { state: 'sent' as const, ticketId, number, department, reason, due, explanation, receiptCode }
  }
  const parcel = waitingParcels().find((one) => one.commandId === commandId)
  if (!parcel) return { state: 'gone' as const }
  return parcel.refused === undefined
    ? { state: 'waiting' as const }
    : { state: 'refused' as const, refused: parcel.refused }
}
