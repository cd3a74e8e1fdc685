import type { CommandInputs } from '../../../typings/contract/commands'
import { ask, CallFailure, give, sentenceOf } from '../../services/cloud'
import { dropWords } from '../../services/kept-words'
import { currentLook, followLook } from '../../services/look'
import { codeOf } from '../../services/receipts'
import { agreesToErase, eraseCall } from '../../services/erasing'
import { limits } from '../../services/submit-form'
import { ticketWords, type TicketWords } from '../../services/ticket-words'

type Sheet = 'supplement' | 'withdraw' | 'reopen'

interface SheetWords {
  title: string
  hint: string
  placeholder: string
  action: string
  most: number
  empty: string
  done: string
}

const sheets: Record<Sheet, SheetWords> = {
  supplement: {
    title: '补充情况',
    hint: '承办单位会马上看到。补充不会让答复时间往后推。',
    placeholder: '又有什么新情况？',
    action: '补充',
    most: limits.supplement,
    empty: '请先写下要补充的情况。',
    done: '已补充，承办单位能看到。',
  },
  withdraw: {
    title: '撤回这件诉求',
    hint: '撤回以后就不再办理了。事情还没解决的话，请不要撤回。',
    placeholder: '为什么撤回？例如：已经解决了',
    action: '确认撤回',
    most: limits.reason,
    empty: '请写一句撤回的原因。',
    done: '已撤回。',
  },
  reopen: {
    title: '重新打开',
    hint: '说说有什么新情况，会重新交给承办单位办理。',
    placeholder: '例如：路灯修好两天又坏了',
    action: '重新打开',
    most: limits.reason,
    empty: '请先写下新的情况。',
    done: '已重新打开，正在重新办理。',
  },
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    ticketId: '',
    words: null as TicketWords | null,
    /** What the last step came to. */
    notice: '',
    sheet: '' as Sheet | '',
    sheetWords: sheets.supplement,
    busy: false,
    problem: '',
    folded: true,
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

  /** @param change drawn together with the fresh ticket */
  async load(change: { notice?: string; sheet?: ''; busy?: boolean; problem?: string } = {}) {
    try {
      const words = ticketWords(await ask('tickets.get', this.on()))
      this.setData({ ...change, state: 'ready', trouble: '', words })
    } catch (error) {
      // A message about a matter that they share with others leads here as well.
      if (error instanceof CallFailure && error.code === 'TICKET_NOT_FOUND' && !this.data.words) {
        await wx.redirectTo({ url: `/pages/shared/shared?ticketId=${this.data.ticketId}` })
        return
      }
      const trouble = sentenceOf(error)
      this.setData({ ...change, trouble, state: this.data.words ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  /** The ticket, with the proof that it is theirs where it is anonymous. */
  on() {
    const { ticketId } = this.data
    const receiptCode = codeOf(ticketId)
    return { ticketId, ...(receiptCode && { receiptCode }) }
  },

  unfold() {
    this.setData({ folded: false })
  },

  openSheet(event: WechatMiniprogram.TouchEvent) {
    const { sheet } = event.currentTarget.dataset as { sheet: Sheet }
    this.setData({ sheet, sheetWords: sheets[sheet], problem: '', notice: '' })
  },

  closeSheet() {
    this.setData({ sheet: '', problem: '' })
  },

  async sheetDone(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
    const { text } = event.detail
    const { sheet } = this.data
    if (sheet === '') return
    if (text === '') {
      this.setData({ problem: sheets[sheet].empty })
      return
    }
    const version = this.data.words?.version ?? 0
    const { ticketId } = this.data
    const orders: Record<Sheet, () => Promise<unknown>> = {
      supplement: () => give('tickets.supplement', { ...this.on(), text }, version),
      withdraw: () => give('tickets.withdraw', { ...this.on(), reason: text }, version),
      reopen: () => give('tickets.reopen', { ...this.on(), newFact: text }, version),
    }
    await this.run(async () => {
      await orders[sheet]()
      dropWords(`${sheet}-${ticketId}`)
    }, sheets[sheet].done)
  },

  async expedite() {
    const version = this.data.words?.version ?? 0
    await this.run(() => give('tickets.expedite', this.on(), version), '已催，承办单位收到了提醒。')
  },

  async evaluate(event: WechatMiniprogram.CustomEvent<CommandInputs['evaluate']>) {
    const version = this.data.words?.version ?? 0
    await this.run(
      () => give('tickets.evaluate', { ...this.on(), ...event.detail }, version),
      '谢谢您的评价。',
    )
  },

  /** One step at a time: a second tap while the first is under way does nothing. */
  async run(order: () => Promise<unknown>, done: string) {
    if (this.data.busy) return
    this.setData({ busy: true, problem: '', notice: '' })
    try {
      await order()
      await this.load({ notice: done, sheet: '', busy: false })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      const { code, message } = error
      // Somebody was faster: the person looks again, and what they wrote stays in the open sheet.
      if (code === 'VERSION_CONFLICT')
        await this.load({ busy: false, problem: message, ...this.where(message) })
      else this.setData({ busy: false, problem: message, ...this.where(message) })
    }
  },

  /** Where a refusal is read: in the open sheet, or above the ticket. */
  where(message: string) {
    return this.data.sheet === '' ? { notice: message } : {}
  },

  reveal() {
    void wx.navigateTo({ url: `/pages/reveal/reveal?ticketId=${this.data.ticketId}` })
  },

  async forgo() {
    const { confirm } = await wx.showModal({
      title: '收回优先联系',
      content: '承办单位以后看不到这一项了。已经答应您的时间不变。',
      confirmText: '收回',
      cancelText: '不收回',
    })
    const version = this.data.words?.version ?? 0
    if (confirm) await this.run(() => give('tickets.forgoPriority', this.on(), version), '已收回。')
  },

  async erase() {
    const { words } = this.data
    if (!words || !(await agreesToErase())) return
    const { version, fileIds } = words
    await this.run(() => eraseCall({ ...this.on(), version, fileIds }), '已删除您说的内容。')
  },

  async copyNumber() {
    await wx.setClipboardData({ data: this.data.words?.number ?? '' })
  },
})
