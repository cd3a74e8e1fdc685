import type { Secrecy } from '../../../typings/contract/ticket'
import { exposeSecrecyWords } from '../../labels'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { habits, type KeptFile } from '../../services/draft'
import { handIn, type HandedIn } from '../../services/hand-in'
import { keepForm, openForm } from '../../services/kept-form'
import { currentLook, followLook } from '../../services/look'

interface Unit {
  departmentId: string
  name: string
}

interface Conduct {
  serviceCode: string
  name: string
}

/** The class of the taxonomy that speaks of officials. */
const conductClass = '纪检监察'

const shownMost = 8
const phonePattern = /^\+?[\d-]{5,20}$/

const open = () =>
  openForm('expose', {
    description: '',
    unit: null,
    serviceCode: '',
    secrecy: 'confidential',
    phone: habits().phone ?? '',
    files: [],
  })

type Form = ReturnType<typeof open>

/** 曝光's intake: which unit, what happened. It goes to the discipline unit and never to the one it is about. */
Page({
  data: {
    look: currentLook(),
    trouble: '',
    found: [] as Unit[],
    conducts: [] as Conduct[],
    form: open(),
    /** What the fields start with: bound apart, so that typing never moves the cursor. */
    initial: { description: '', phone: '' },
    secrecies: Object.entries(exposeSecrecyWords).map(([secrecy, { name }]) => ({ secrecy, name })),
    secrecyMeans: '',
    sending: false,
    problem: '',
    done: null as HandedIn | null,
  },
  units: [] as Unit[],
  /** Typed perhaps before the units were there. */
  unitWords: '',
  districtId: '',

  onLoad() {
    const form = open()
    const { description, phone, secrecy } = form
    const { means } = exposeSecrecyWords[secrecy]
    this.setData({ form, initial: { description, phone }, secrecyMeans: means })
    void this.load()
  },

  /** Draws a change and keeps it on the phone; what is handed over lives in the outbox. */
  change(part: Partial<Form>, drawn: Record<string, unknown> = {}) {
    const form = { ...this.data.form, ...part }
    if (!this.data.sending) keepForm({ name: 'expose', fields: form })
    this.setData({ form, problem: '', ...drawn })
  },

  onShow() {
    followLook(this)
  },

  async load() {
    try {
      const [{ departments }, { services }, { areas }] = await Promise.all([
        ask('directory.departments', {}),
        ask('directory.services', {}),
        ask('directory.areas', {}),
      ])
      this.units = departments.map(({ _id, name }) => ({ departmentId: _id, name }))
      this.districtId = areas[0]?.parentId ?? ''
      const conducts = services
        .filter(({ level1 }) => level1 === conductClass)
        .map(({ code, name }) => ({ serviceCode: code, name }))
      this.setData({ conducts, trouble: '', found: this.unitsSaying(this.unitWords) })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error) })
    }
  },

  findUnit(event: WechatMiniprogram.Input) {
    this.unitWords = event.detail.value.trim()
    this.setData({ found: this.unitsSaying(this.unitWords) })
  },

  unitsSaying(words: string): Unit[] {
    return words ? this.units.filter(({ name }) => matches(name, words)).slice(0, shownMost) : []
  },

  chooseUnit(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    this.change({ unit: this.data.found[index] ?? null }, { found: [] })
  },

  otherUnit() {
    this.change({ unit: null })
  },

  chooseConduct(event: WechatMiniprogram.TouchEvent) {
    const { serviceCode } = event.currentTarget.dataset as { serviceCode: string }
    this.change({ serviceCode })
  },

  typed(event: WechatMiniprogram.Input) {
    this.change({ description: event.detail.value })
  },

  chooseSecrecy(event: WechatMiniprogram.TouchEvent) {
    const { secrecy } = event.currentTarget.dataset as { secrecy: Exclude<Secrecy, 'named'> }
    this.change(
      { secrecy },
      {
        secrecyMeans: exposeSecrecyWords[secrecy].means,
        'initial.phone': this.data.form.phone,
      },
    )
  },

  telephone(event: WechatMiniprogram.Input) {
    this.change({ phone: event.detail.value })
  },

  filed(event: WechatMiniprogram.CustomEvent<{ files: KeptFile[] }>) {
    this.change({ files: event.detail.files })
  },

  async send() {
    if (this.data.sending) return
    const { form } = this.data
    const { unit, serviceCode, secrecy, phone } = form
    const problem = lacking(form)
    this.setData({ problem, sending: problem === '' })
    if (problem) return
    try {
      const done = await handIn(
        { name: 'expose', fields: form },
        {
          kind: 'report',
          description: form.description.trim(),
          serviceCode,
          place: { areaId: this.districtId },
          secrecy,
          ...(secrecy === 'confidential' && { phone: phone.trim() }),
          ...(unit && { againstDepartmentId: unit.departmentId }),
        },
      )
      this.setData({ done, sending: false })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      this.setData({ sending: false, problem: error.message })
    }
  },

  async copyCode() {
    await wx.setClipboardData({ data: this.data.done?.receiptCode ?? '' })
  },

  home() {
    void wx.switchTab({ url: '/pages/home/home' })
  },
})

function lacking({ unit, serviceCode, description, secrecy, phone }: Form): string {
  if (!unit) return '请选一选是哪个单位。'
  if (!serviceCode) return '请选一选是哪一类问题。'
  if (description.trim() === '') return '请写一写发生了什么。'
  if (secrecy === 'confidential' && !phonePattern.test(phone.trim()))
    return '请留一个电话，核查的人好向您了解情况；不想留，可以选匿名。'
  return ''
}

/** 城管局 finds 城市管理和综合执法局: every letter, in order. */
function matches(name: string, words: string): boolean {
  let from = 0
  for (const letter of words) {
    from = name.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}
