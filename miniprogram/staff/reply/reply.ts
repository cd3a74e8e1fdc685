import type { ReplyFinding } from '../../../typings/contract/reply-check'
import type { Limits } from '../../../typings/contract/limits'
import { ask, CallFailure, give, sentenceOf } from '../../services/cloud'
import type { KeptFile } from '../../services/draft'
import { currentLook, followLook } from '../../services/look'
import { upload } from '../../services/outbox'
import { type ReplyDraft, dropReply, keepReply, openReply } from './reply-draft'

const limits = { reply: 20000, note: 500 } as const satisfies Partial<Limits>

/** Beginnings, to be filled in: what was found, what was done, what follows. */
const templates = [
  {
    name: '已办好',
    text: '您好！您反映的问题，我单位于＿月＿日到现场核实，情况是：＿＿。已经＿＿，现已办好。如还有问题，请联系＿＿。',
  },
  {
    name: '正在办',
    text: '您好！您反映的问题，我单位已核实，情况是：＿＿。计划于＿月＿日前完成＿＿，这期间我们会＿＿。',
  },
  {
    name: '解释说明',
    text: '您好！您反映的问题，经核实：＿＿。依据＿＿，目前不能＿＿，原因是＿＿。您可以＿＿。',
  },
]

/** ms of silence after which the reply is looked at, and how many words there must be. */
const pause = 800
const wordsFewest = 10

let looking = 0

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    asked: '',
    unfolded: false,
    /** 对照检查: what is worth doing before sending. */
    advice: [] as string[],
    findings: [] as FindingWords[],
    leaks: false,
    templates,
    draft: { text: '', internalText: '', publish: true, files: [] } as ReplyDraft,
    busy: false,
    problem: '',
  },
  ticketId: '',
  version: 0,
  contacted: false,
  /** The text that was last looked at, and the one whose leaks were shown before sending. */
  checked: '',
  warned: '',

  onLoad({ ticketId = '' }: { ticketId?: string }) {
    this.ticketId = ticketId
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  async load(problem = '') {
    const draft = openReply(this.ticketId)
    try {
      const { ticket, description } = await ask('tickets.get', { ticketId: this.ticketId })
      this.version = ticket.version
      this.contacted = (ticket.contacts ?? []).length > 0
      this.setData({
        state: 'ready',
        trouble: '',
        asked: description ?? ticket.description,
        draft,
        advice: adviceOn(draft, this.contacted),
        busy: false,
        problem,
      })
      void this.check(draft.text)
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData({ draft, trouble, busy: false, problem, state: this.data.asked ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  unfold() {
    this.setData({ unfolded: true })
  },

  typeText(event: WechatMiniprogram.Input) {
    this.change({ text: event.detail.value })
  },

  typeInternal(event: WechatMiniprogram.Input) {
    this.change({ internalText: event.detail.value })
  },

  choosePublish(event: WechatMiniprogram.SwitchChange) {
    this.change({ publish: event.detail.value })
  },

  changeFiles(event: WechatMiniprogram.CustomEvent<{ files: KeptFile[] }>) {
    this.change({ files: event.detail.files })
  },

  useTemplate(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const { text } = this.data.draft
    const words = templates[index]?.text ?? ''
    this.change({ text: text ? `${text}\n${words}` : words })
  },

  change(part: Partial<ReplyDraft>) {
    const draft = { ...this.data.draft, ...part }
    keepReply(this.ticketId, draft)
    this.setData({ draft, advice: adviceOn(draft, this.contacted), problem: '' })
    clearTimeout(looking)
    if (draft.text !== this.checked) looking = setTimeout(() => void this.check(draft.text), pause)
  },

  /** Advice from the function; where it can't be had, nothing is kept from being sent. */
  async check(text: string) {
    if (text.trim().length < wordsFewest || text === this.checked) return
    try {
      const { findings } = await ask('tickets.checkReply', {
        ticketId: this.ticketId,
        text: text.slice(0, limits.reply),
      })
      if (text !== this.data.draft.text) return
      this.checked = text
      this.setData({ findings: findings.map(inWords), leaks: findings.some(({ kind }) => kind === 'leak') })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
    }
  },

  onUnload() {
    clearTimeout(looking)
  },

  async send() {
    const { draft, busy } = this.data
    if (busy) return
    const problem = problemOf(draft)
    if (problem) {
      this.setData({ problem })
      return
    }
    this.setData({ busy: true, problem: '' })
    await this.check(draft.text)
    // Somebody's data is said once before it goes; the next tap sends it all the same.
    if (this.data.leaks && this.checked === draft.text && this.warned !== draft.text) {
      this.warned = draft.text
      this.setData({
        busy: false,
        problem: '里面可能有他人的个人信息，请看上面标红的地方。确认无误，可以再点“仍然提交”。',
      })
      return
    }
    try {
      const attachments = await this.uploaded()
      const internalText = draft.internalText.trim()
      await give(
        'tickets.reply',
        {
          ticketId: this.ticketId,
          text: draft.text.trim(),
          publish: draft.publish,
          ...(internalText && { internalText }),
          ...(attachments.length > 0 && { attachments }),
        },
        this.version,
      )
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      // Somebody was faster: what was written stays, and goes with the next tap if it still fits.
      if (error.code === 'VERSION_CONFLICT') await this.load(`${error.message} 您写的答复还在。`)
      else this.setData({ busy: false, problem: error.message })
      return
    }
    dropReply(this.ticketId)
    await wx.showToast({ title: '已答复', icon: 'success' })
    await wx.navigateBack()
  },

  /** One after another, each kept as soon as it arrived. */
  async uploaded() {
    for (const [index, file] of this.data.draft.files.entries()) {
      if (file.fileId) continue
      const fileId = await upload(file, index)
      const files = this.data.draft.files.map((one, at) => (at === index ? { ...one, fileId } : one))
      keepReply(this.ticketId, { ...this.data.draft, files })
      this.setData({ 'draft.files': files })
    }
    return this.data.draft.files.map(({ fileId = '', type }) => ({ fileId, type }))
  },
})

const findingWords: Record<ReplyFinding['kind'], string> = {
  leak: '可能泄露个人信息',
  template: '像套话',
  offTopic: '可能答非所问',
  noSubstance: '缺少实质内容',
  discourteous: '语气',
}

interface FindingWords {
  key: string
  kind: ReplyFinding['kind']
  name: string
  quote: string
  advice: string
}

const inWords = ({ kind, start, end, quote, advice }: ReplyFinding): FindingWords => ({
  key: `${kind}:${start}:${end}`,
  kind,
  name: findingWords[kind],
  quote,
  advice,
})

function problemOf({ text, internalText }: ReplyDraft): string {
  if (text.trim() === '') return '请先写答复。'
  if (text.includes('＿')) return '还有空格（＿）没有填。'
  if (text.length > limits.reply)
    return `答复太长了，请删掉 ${text.length - limits.reply} 个字。已写的内容都在。`
  if (internalText.length > limits.note)
    return `内部说明太长了，请删掉 ${internalText.length - limits.note} 个字。已写的内容都在。`
  return ''
}

/** Too short to say what was found, done and follows. */
const shortReply = 20

function adviceOn({ text }: ReplyDraft, contacted: boolean): string[] {
  return [
    contacted ? '' : '还没有联系过群众的记录。先联系，再答复，群众更容易满意。',
    text.length > 0 && text.length < shortReply ? '写清三件事：查到什么、做了什么、接下来怎样。' : '',
  ].filter(Boolean)
}
