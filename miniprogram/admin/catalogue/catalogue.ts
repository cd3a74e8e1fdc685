import type { Catalogue, CatalogueEntry } from '../../../typings/contract/directory'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { dayWords } from '../../services/people-time'
import {
  type CatalogueDraft,
  type CatalogueNames,
  draftSentences,
  edited,
  keepDraft,
  keptDraft,
  keyOf,
  leadWords,
  pruned,
  rowName,
} from '../catalogue-draft'

/** Drawn at a time: a catalogue has hundreds of rows. */
const drawnAtOnce = 30

const governing: readonly { lead: CatalogueEntry['lead']; words: string }[] = [
  { lead: { by: 'street' }, words: '属地街道（镇）' },
  { lead: { by: 'village' }, words: '属地村（社区）' },
]

interface Row {
  key: string
  name: string
  lead: string
  basis: string
  changed: boolean
}

/** 派单目录: who leads what, and a new edition of it. Edits stay on the phone until they are published. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    problem: '',
    busy: false,
    edition: '',
    next: 0,
    text: '',
    rows: [] as Row[],
    more: false,
    changes: [] as string[],
    /** Row that is being edited. */
    open: '',
    leads: [] as string[],
    leadIndex: 0,
    leadWords: '',
    basis: '',
  },

  catalogue: undefined as Catalogue | undefined,
  directoryVersion: 0,
  names: { services: new Map(), units: new Map(), areas: new Map() } as CatalogueNames,
  choices: [] as { lead: CatalogueEntry['lead']; words: string }[],
  draft: {} as CatalogueDraft,
  drawn: drawnAtOnce,

  onShow() {
    followLook(this)
    void this.load()
  },

  onReachBottom() {
    if (!this.data.more) return
    this.drawn += drawnAtOnce
    this.redraw()
  },

  async load(said: { notice?: string; problem?: string } = {}) {
    try {
      const [{ directoryVersion }, catalogue, { services }, { departments }, { areas }] = await Promise.all([
        ask('directory.settings', {}),
        ask('directory.catalogue', {}),
        ask('directory.services', {}),
        ask('directory.departments', {}),
        ask('directory.areas', {}),
      ])
      this.catalogue = catalogue
      this.directoryVersion = directoryVersion
      this.names = {
        services: new Map(services.map(({ code, name }) => [code, name])),
        units: new Map(departments.map(({ _id, name }) => [_id, name])),
        areas: new Map(areas.map(({ _id, name }) => [_id, name])),
      }
      this.choices = [
        ...governing,
        ...departments
          .filter(({ class: kind }) => kind !== 'village' && kind !== 'street')
          .map(({ _id, name }) => ({ lead: { by: 'department', departmentId: _id } as const, words: name })),
      ]
      this.keep(pruned(catalogue.entries, keptDraft()))
      const { version, effectiveFrom, entries } = catalogue
      this.setData({
        ...said,
        state: 'ready',
        trouble: '',
        busy: false,
        edition: `第 ${version} 版，${new Date(effectiveFrom).getFullYear()} 年 ${dayWords(effectiveFrom)}起用，共 ${entries.length} 条`,
        next: version + 1,
        leads: this.choices.map(({ words }) => words),
      })
      this.redraw()
    } catch (error) {
      const state = this.data.state === 'ready' ? 'ready' : 'error'
      this.setData({ ...said, state, busy: false, trouble: sentenceOf(error) })
    }
  },

  keep(draft: CatalogueDraft) {
    this.draft = draft
    keepDraft(draft)
  },

  redraw() {
    const { catalogue, draft, names } = this
    if (!catalogue) return
    const wanted = this.data.text.trim()
    const rows = edited(catalogue.entries, draft).map((row) => ({
      key: keyOf(row),
      name: rowName(row, names),
      lead: leadWords(row.lead, names),
      basis: row.basis,
      changed: draft[keyOf(row)] !== undefined,
    }))
    const found = rows.filter(({ name, lead }) => name.includes(wanted) || lead.includes(wanted))
    this.setData({
      rows: found.slice(0, this.drawn),
      more: found.length > this.drawn,
      changes: draftSentences(catalogue.entries, draft, names),
    })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  type(event: WechatMiniprogram.Input) {
    this.drawn = drawnAtOnce
    this.setData({ text: event.detail.value })
    this.redraw()
  },

  openRow(event: WechatMiniprogram.TouchEvent) {
    const { key } = event.currentTarget.dataset as { key: string }
    const row = edited(this.catalogue?.entries ?? [], this.draft).find((one) => keyOf(one) === key)
    if (!row || this.data.open === key) return this.setData({ open: '' })
    const words = leadWords(row.lead, this.names)
    this.setData({
      open: key,
      leadWords: words,
      leadIndex: Math.max(
        0,
        this.choices.findIndex((one) => one.words === words),
      ),
      basis: row.basis,
      problem: '',
      notice: '',
    })
  },

  chooseLead(event: WechatMiniprogram.PickerChange) {
    const index = Number(event.detail.value)
    const chosen = this.choices[index]
    if (!chosen) return
    this.setData({ leadIndex: index, leadWords: chosen.words })
    this.edit({ lead: chosen.lead })
  },

  typeBasis(event: WechatMiniprogram.Input) {
    this.setData({ basis: event.detail.value })
    this.edit({ basis: event.detail.value })
  },

  /** Kept as it is typed. */
  edit(change: Partial<CatalogueDraft[string]>) {
    const { open } = this.data
    const { catalogue } = this
    const row = catalogue && edited(catalogue.entries, this.draft).find((one) => keyOf(one) === open)
    if (!row) return
    const { lead, basis } = { ...row, ...change }
    this.keep(pruned(catalogue.entries, { ...this.draft, [open]: { lead, basis } }))
    this.setData({ problem: '', notice: '' })
    this.redraw()
  },

  async drop() {
    const { confirm } = await wx.showModal({
      title: '放弃这些改动',
      content: '还没有发布的改动都会去掉，现在的目录不变。',
      confirmText: '放弃',
      cancelText: '不放弃',
    })
    if (!confirm) return
    this.keep({})
    this.setData({ open: '', problem: '' })
    this.redraw()
  },

  async publish() {
    const { catalogue, draft, data } = this
    if (!catalogue || data.busy || data.changes.length === 0) return
    const empty = edited(catalogue.entries, draft).find(({ basis }) => basis.trim() === '')
    if (empty) return this.setData({ problem: `「${rowName(empty, this.names)}」还没有写依据。` })
    const { confirm } = await wx.showModal({
      title: `发布第 ${data.next} 版`,
      content: `改了 ${data.changes.length} 条。以后的诉求按新的一版派，已经派出去的不变。`,
      confirmText: '发布',
      cancelText: '再看看',
    })
    if (!confirm) return
    this.setData({ busy: true, notice: '', problem: '' })
    try {
      await ask('directory.publishCatalogue', {
        entries: edited(catalogue.entries, draft),
        directoryVersion: this.directoryVersion,
      })
      this.keep({})
      this.setData({ open: '' })
      await this.load({ notice: `第 ${data.next} 版已发布，一分钟内生效。` })
    } catch (error) {
      const problem = sentenceOf(error)
      if (error instanceof CallFailure && error.code === 'VERSION_CONFLICT') await this.load({ problem })
      else this.setData({ busy: false, problem })
    }
  },
})
