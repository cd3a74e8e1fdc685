import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { rememberCode } from '../../services/receipts'

/** Letters of a code without its dashes. */
const codeLength = 15

Page({
  data: {
    look: currentLook(),
    code: '',
    problem: '',
    asking: false,
  },

  onShow() {
    followLook(this)
  },

  type(event: WechatMiniprogram.Input) {
    const code = event.detail.value
    this.setData({ code, problem: '' })
  },

  async track() {
    const { code, asking } = this.data
    if (asking) return
    if (code.replace(/[\s-]/g, '').length !== codeLength) {
      this.setData({ problem: `查询码是 ${codeLength} 个字母和数字，请对照收据再看一遍。` })
      return
    }
    this.setData({ asking: true, problem: '' })
    try {
      const { ticket } = await ask('tickets.track', { receiptCode: code })
      rememberCode(ticket._id, code)
      this.setData({ asking: false })
      await wx.navigateTo({ url: `/pages/ticket/ticket?ticketId=${ticket._id}` })
    } catch (error) {
      this.setData({ asking: false, problem: sentenceOf(error) })
    }
  },
})
