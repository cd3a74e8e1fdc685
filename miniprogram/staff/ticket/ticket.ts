import type { Session } from '../../../typings/contract/session'
import type { TicketPage } from '../../../typings/contract/views'
import { ask, CallFailure, give, sentenceOf } from '../../services/cloud'
import { openFile } from '../../services/open-file'
import { currentLook, followLook } from '../../services/look'
import { keepSeen } from '../../services/seen-tickets'
import { session } from '../../services/session'
import { type Offer, offerOf, type StepName, stepNamed } from '../steps/all-steps'
import { dropValues } from '../sheet-draft'
import type { Field, Standing, Values } from '../steps/step'
import { type Heard, heardOf } from '../heard'
import { forgetKeys, hearKeys, type KeyWords, nthOf } from '../keys'
import { type WorkWords, workWords } from '../ticket-words'

interface Sheet {
  name: StepName
  title: string
  follows: string
  fields: readonly Field[]
}

/** To the caller whose call becomes part of another. */
const joinWords = '您反映的和另一位居民反映的是同一件事，已合并办理，有结果一起告诉您。'

const keys: readonly KeyWords[] = [
  { key: 'N', words: '做下一步' },
  { key: 'M', words: '更多' },
  { key: '1 到 9', words: '选“听起来像”的类别；表里选第几项' },
  { key: 'D', words: '派单：选了类别就按它派出' },
  { key: 'Esc', words: '收起；没有打开的，就回到列表' },
  { key: '?', words: '看按键' },
]

interface Loaded {
  words: WorkWords
  offer: Offer
  /** Only the centre sees what became of messages. */
  isCentre: boolean
  heard: Heard
}

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    words: null as WorkWords | null,
    offer: null as Offer | null,
    isCentre: false,
    heard: null as Heard | null,
    /** What the last step came to. */
    notice: '',
    folded: true,
    showMore: false,
    showSheet: false,
    sheet: null as Sheet | null,
    busy: false,
    problem: '',
    exporting: false,
    reading: false,
    keys,
    helping: false,
    /** Service chosen by a digit, to be sent by D. */
    chosen: '',
  },
  ticketId: '',
  standing: undefined as Standing | undefined,

  /** The step whose sheet opens with the page, from a list that says what to do. */
  firstStep: undefined as string | undefined,

  onLoad({ ticketId = '', step }: { ticketId?: string; step?: string }) {
    this.ticketId = ticketId
    this.firstStep = step
  },

  onShow() {
    followLook(this)
    hearKeys(this, (key) => this.press(key))
    void this.load()
  },

  onHide() {
    forgetKeys(this)
  },

  onUnload() {
    forgetKeys(this)
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  /** @param change drawn together with the fresh ticket */
  async load(
    change: Partial<Record<'notice' | 'problem', string>> & { busy?: boolean; showSheet?: boolean } = {},
  ) {
    try {
      const [page, { posts }] = await Promise.all([
        ask('tickets.get', { ticketId: this.ticketId }),
        session(),
      ])
      const loaded = this.take(page, posts)
      keepSeen([{ ticketId: this.ticketId, version: page.ticket.version }])
      this.setData({ ...change, ...loaded, state: 'ready', trouble: '' })
      const { next, more } = loaded.offer
      const first = [...(next ? [next] : []), ...more].find(({ name }) => name === this.firstStep)
      this.firstStep = undefined
      if (first) this.begin(first.name)
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData({ ...change, trouble, state: this.data.words ? 'ready' : 'error' })
    }
  },

  take(page: TicketPage, posts: Session['posts']): Loaded {
    this.standing = {
      ticket: page.ticket,
      now: page.now,
      departmentIds: posts.map(({ departmentId }) => departmentId),
      classes: posts.flatMap(({ departmentClass }) => departmentClass ?? []),
    }
    const isCentre = page.ticket.relations.includes('centre')
    const offer = offerOf(page.mayDo, this.standing)
    return { words: workWords(page), offer, isCentre, heard: heardOf(page) }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  start(event: WechatMiniprogram.TouchEvent) {
    const { name } = event.currentTarget.dataset as { name: StepName }
    this.begin(name)
  },

  startMore(event: WechatMiniprogram.CustomEvent<{ step: StepName }>) {
    this.begin(event.detail.step)
  },

  /** A step that asks nothing is done at once; others open their sheet. */
  begin(name: StepName) {
    if (!this.standing) return
    const { action, follows, fields: asked } = stepNamed(name)
    const fields = typeof asked === 'function' ? asked(this.standing) : asked
    if (fields.length === 0) {
      void this.run(name, {})
      return
    }
    const sheet = { name, title: action, follows, fields }
    this.setData({ sheet, showSheet: true, showMore: false, problem: '', notice: '' })
    if (name === 'dispatch') void this.suggest(sheet)
  },

  /** By the caller's words: the services it may be, with who would lead it. */
  async suggest(sheet: Sheet) {
    const { description = '', place } = this.standing?.ticket ?? {}
    const areaId = place?.areaId
    const found = await ask('directory.suggest', {
      text: description.slice(0, 2000),
      ...(areaId && { areaId }),
    }).catch(() => undefined)
    if (!found?.serviceCode || this.data.sheet?.name !== 'dispatch') return
    const first = { value: found.serviceCode, words: `${found.name ?? ''} → ${found.department ?? ''}` }
    const others = found.alternatives.map(({ serviceCode, name }) => ({ value: serviceCode, words: name }))
    const fields = sheet.fields.map((field) =>
      field.key === 'serviceCode' ? ({ ...field, options: [first, ...others] } as Field) : field,
    )
    this.setData({ sheet: { ...sheet, fields } })
  },

  /** One tap on what it sounds like: by the catalogue's row of that service. */
  sendBy(event: WechatMiniprogram.CustomEvent<{ serviceCode: string }>) {
    this.send(event.detail.serviceCode)
  },

  send(serviceCode: string) {
    this.setData({ chosen: '' })
    void this.run('dispatch', { how: 'catalogue', serviceCode, text: '按派单目录' })
  },

  joinWith(event: WechatMiniprogram.CustomEvent<{ ticketId: string }>) {
    void this.run('merge', { parentId: event.detail.ticketId, text: joinWords })
  },

  closeSheet() {
    this.setData({ showSheet: false, problem: '' })
  },

  showHelp() {
    this.setData({ helping: true })
  },

  closeHelp() {
    this.setData({ helping: false })
  },

  press(key: string) {
    const { helping, showSheet, showMore, offer, state } = this.data
    if (key === '?') this.setData({ helping: !helping })
    else if (key === 'Escape') this.escape()
    else if (state !== 'ready' || helping || showMore) return
    else if (showSheet) {
      const sheet = this.selectComponent('.order') as unknown as { chooseNth(nth: number): void } | null
      const nth = nthOf(key)
      if (nth !== undefined) sheet?.chooseNth(nth)
    } else if (key === 'n' && offer?.next) this.begin(offer.next.name)
    else if (key === 'n' && offer?.mayReply) this.reply()
    else if (key === 'm' && offer?.more.length) this.openMore()
    else this.pressAtDesk(key)
  },

  /** A digit only chooses; what leaves the desk leaves by D. */
  pressAtDesk(key: string) {
    const { heard, chosen, offer } = this.data
    const choice = heard?.choices[nthOf(key) ?? -1]
    if (choice) this.setData({ chosen: choice.serviceCode === chosen ? '' : choice.serviceCode })
    if (key !== 'd') return
    if (chosen) this.send(chosen)
    else if (offer?.next?.name === 'dispatch') this.begin('dispatch')
  },

  escape() {
    const { helping, showSheet, showMore } = this.data
    if (helping || showSheet || showMore) this.setData({ helping: false, showSheet: false, showMore: false })
    else if (getCurrentPages().length > 1) void wx.navigateBack()
  },

  unfold() {
    this.setData({ folded: false })
  },

  openMore() {
    this.setData({ showMore: true })
  },

  closeMore() {
    this.setData({ showMore: false })
  },

  sheetDone(event: WechatMiniprogram.CustomEvent<{ values: Values }>) {
    if (this.data.sheet) void this.run(this.data.sheet.name, event.detail.values)
  },

  /** One step at a time: a second tap while the first is under way does nothing. */
  async run(name: StepName, values: Values) {
    if (this.data.busy || !this.standing) return
    this.setData({ busy: true, problem: '', notice: '', showMore: false })
    const step = stepNamed(name)
    try {
      await step.give(values, this.standing)
      dropValues(this.ticketId, name)
      await this.load({ notice: step.done, busy: false, showSheet: false })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      const refused = { busy: false, ...this.where(error.message) }
      // Somebody was faster: the person looks again, and what they wrote stays in the open sheet.
      if (error.code === 'VERSION_CONFLICT' || error.code === 'ILLEGAL_TRANSITION') await this.load(refused)
      else this.setData(refused)
    }
  },

  /** Where a refusal is read: in the open sheet, or above the ticket. */
  where(message: string) {
    return this.data.showSheet ? { problem: message } : { notice: message }
  },

  /** From here on the handover stands among the other matters, for the next reader of the file. */
  async readHandover() {
    if (this.data.reading || !this.standing) return
    this.setData({ reading: true, notice: '' })
    const { _id, version } = this.standing.ticket
    try {
      await give('tickets.readHandover', { ticketId: _id }, version)
      this.setData({ reading: false })
      await this.load({ notice: '已记下您看过了交接说明。' })
    } catch (error) {
      this.setData({ reading: false, notice: sentenceOf(error) })
    }
  },

  reply() {
    this.setData({ notice: '' })
    void wx.navigateTo({ url: `/staff/reply/reply?ticketId=${this.ticketId}` })
  },

  publish() {
    this.setData({ notice: '' })
    void wx.navigateTo({ url: `/staff/publish/publish?ticketId=${this.ticketId}` })
  },

  /** The number is dialled by one tap, and what was said is noted at once after. */
  async call() {
    await wx.makePhoneCall({ phoneNumber: this.data.words?.phone ?? '' }).catch(() => undefined)
    const next = this.data.offer?.next?.name
    const mayNote =
      next === 'contactResident' || this.data.offer?.more.some(({ name }) => name === 'contactResident')
    if (mayNote) this.begin('contactResident')
  },

  openJoined(event: WechatMiniprogram.TouchEvent) {
    const { ticketId } = event.currentTarget.dataset as { ticketId: string }
    void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${ticketId}` })
  },

  /** 信访, a court, a file: who the caller is stands in it only where somebody says so. */
  async export() {
    if (this.data.exporting) return
    const { callerName = '', phone = '' } = this.data.words ?? {}
    const choices = ['不写群众姓名和电话', '写明群众姓名和电话']
    const choice =
      callerName || phone
        ? await wx.showActionSheet({ itemList: choices }).catch(() => undefined)
        : { tapIndex: 0 }
    if (!choice) return
    this.setData({ exporting: true, notice: '' })
    try {
      const { fileId } = await ask('papers.ticket', {
        ticketId: this.ticketId,
        withCaller: choice.tapIndex === 1,
      })
      await openFile(fileId)
      this.setData({ exporting: false })
    } catch (error) {
      this.setData({ exporting: false, notice: sentenceOf(error) })
    }
  },

  async copyNumber() {
    await wx.setClipboardData({ data: this.data.words?.number ?? '' })
  },
})
