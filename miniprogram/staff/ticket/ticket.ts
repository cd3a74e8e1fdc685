import type { Session } from '../../../typings/contract/session'
import type { TicketPage } from '../../../typings/contract/views'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { openFile } from '../../services/open-file'
import { currentLook, followLook } from '../../services/look'
import { keepSeen } from '../../services/seen-tickets'
import { session } from '../../services/session'
import { type Offer, offerOf, type StepName, stepNamed } from '../steps/all-steps'
import type { Field, Standing, Values } from '../steps/step'
import { type Heard, heardOf } from '../heard'
import { type WorkWords, workWords } from '../ticket-words'

interface Sheet {
  name: StepName
  title: string
  follows: string
  fields: readonly Field[]
}

/** To the caller whose call becomes part of another. */
const joinWords = '您反映的和另一位居民反映的是同一件事，已合并办理，有结果一起告诉您。'

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
    void this.load()
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
      keepSeen(this.ticketId, page.ticket.version)
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
    const { serviceCode } = event.detail
    void this.run('dispatch', { how: 'catalogue', serviceCode, text: '按派单目录' })
  },

  joinWith(event: WechatMiniprogram.CustomEvent<{ ticketId: string }>) {
    void this.run('merge', { parentId: event.detail.ticketId, text: joinWords })
  },

  closeSheet() {
    this.setData({ showSheet: false, problem: '' })
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
