import { secrecyWords } from '../../labels'
import { ask, give, sentenceOf } from '../../services/cloud'
import { habits } from '../../services/draft'
import { currentLook, followLook } from '../../services/look'
import { codeOf, rememberCode, revealReceipt } from '../../services/receipts'
import { isPhone } from '../../services/submit-form'

type Chosen = 'named' | 'confidential'

const choices = (['named', 'confidential'] as const).map((secrecy) => ({
  secrecy,
  name: secrecyWords[secrecy].name,
}))

/** An anonymous caller says who they are: once, and for this one call. */
Page({
  data: {
    look: currentLook(),
    ticketId: '',
    choices,
    secrecy: 'confidential' as Chosen,
    means: secrecyWords.confidential.means,
    name: '',
    phone: '',
    problem: '',
    busy: false,
  },

  onLoad({ ticketId = '' }: { ticketId?: string }) {
    const { name = '', phone = '' } = habits()
    this.setData({ ticketId, name, phone })
  },

  onShow() {
    followLook(this)
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    const { secrecy } = event.currentTarget.dataset as { secrecy: Chosen }
    this.setData({ secrecy, means: secrecyWords[secrecy].means })
  },

  typed(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset as { field: 'name' | 'phone' }
    this.setData({ [field]: event.detail.value, problem: '' })
  },

  async reveal() {
    const { busy, ticketId, secrecy } = this.data
    const phone = this.data.phone.trim()
    const name = this.data.name.trim()
    if (busy) return
    if (!isPhone(phone)) {
      this.setData({ problem: '请留一个能打通的电话，承办的人好联系您。' })
      return
    }
    const receiptCode = codeOf(ticketId)
    const on = { ticketId, ...(receiptCode && { receiptCode }) }
    this.setData({ busy: true, problem: '' })
    try {
      const { ticket } = await ask('tickets.get', on)
      await give('tickets.reveal', { ...on, secrecy, phone, ...(name && { name }) }, ticket.version)
      if (receiptCode) rememberCode(ticketId, receiptCode)
      revealReceipt(ticketId)
      await wx.showToast({ title: '已归到您名下', icon: 'success' })
      await wx.navigateBack()
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },
})
