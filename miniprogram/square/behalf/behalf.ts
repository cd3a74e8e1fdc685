import type { Behalf } from '../../../typings/contract/behalf'
import type { PriorityGroup } from '../../../typings/contract/priority'
import { behalfWords } from '../../labels'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import type { ChosenPlace, KeptFile } from '../../services/draft'
import { handIn, type HandedIn } from '../../services/hand-in'
import { keepForm, openForm } from '../../services/kept-form'
import { currentLook, followLook, isElder } from '../../services/look'
import { session } from '../../services/session'

const phonePattern = /^\+?[\d-]{5,20}$/

const chipsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, name]) => ({ value, name }))

const open = () =>
  openForm('behalf', {
    description: '',
    name: '',
    phone: '',
    relation: '',
    consent: '',
    place: null,
    files: [],
    withPlace: false,
    priorityGroup: '',
  })

type Form = ReturnType<typeof open>

/** 代办: for somebody who can't, with their consent; a code goes to them, the result to both. */
Page({
  data: {
    look: currentLook(),
    elder: isElder(),
    relations: chipsOf(behalfWords.relation).filter(({ value }) => value !== 'gridWorker'),
    consents: chipsOf(behalfWords.consent),
    form: open(),
    /** What the fields start with: bound apart, so that typing never moves the cursor. */
    initial: { description: '', name: '', phone: '' },
    sending: false,
    problem: '',
    done: null as HandedIn | null,
  },

  onLoad() {
    const form = open()
    const { description, name, phone } = form
    this.setData({ form, initial: { description, name, phone } })
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  /** A grid worker calls as one, and need not say so. */
  async load() {
    const known = await session().catch((error: unknown) => void sentenceOf(error))
    if (!known?.posts.some(({ role }) => role === 'gridWorker')) return
    this.setData({ relations: chipsOf(behalfWords.relation) })
    if (!this.data.form.relation) this.change({ relation: 'gridWorker' })
  },

  /** Draws a change and keeps it on the phone; what is handed over lives in the outbox. */
  change(part: Partial<Form>) {
    const form = { ...this.data.form, ...part }
    if (!this.data.sending) keepForm({ name: 'behalf', fields: form })
    this.setData({ form, problem: '' })
  },

  typed(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset as { field: 'name' | 'phone' | 'description' }
    this.change({ [field]: event.detail.value })
  },

  chooseRelation(event: WechatMiniprogram.TouchEvent) {
    const { value } = event.currentTarget.dataset as { value: Behalf['relation'] }
    this.change({ relation: value })
  },

  chooseConsent(event: WechatMiniprogram.TouchEvent) {
    const { value } = event.currentTarget.dataset as { value: Behalf['consent'] }
    this.change({ consent: value })
  },

  prioritise({ detail }: WechatMiniprogram.CustomEvent<{ group?: PriorityGroup }>) {
    this.change({ priorityGroup: detail.group ?? '' })
  },

  placed(event: WechatMiniprogram.CustomEvent<{ place: ChosenPlace }>) {
    this.change({ place: event.detail.place })
  },

  filed(event: WechatMiniprogram.CustomEvent<{ files: KeptFile[] }>) {
    this.change({ files: event.detail.files })
  },

  keepPlace({ detail }: WechatMiniprogram.CustomEvent<{ on: boolean; files: KeptFile[] }>) {
    this.change({ withPlace: detail.on, files: detail.files })
  },

  async send() {
    if (this.data.sending) return
    const { form } = this.data
    const { relation, consent, place, priorityGroup } = form
    const problem = lacking(form)
    this.setData({ problem, sending: problem === '' })
    if (problem || !relation || !consent || !place) return
    const description = form.description.trim()
    const address = place.address.trim()
    try {
      const found = await ask('directory.suggest', { text: description, areaId: place.areaId }).catch(
        () => undefined,
      )
      const done = await handIn(
        { name: 'behalf', fields: form },
        {
          kind: 'help',
          description,
          ...(found?.serviceCode && { serviceCode: found.serviceCode }),
          place: { areaId: place.areaId, ...(address && { address }) },
          secrecy: 'named',
          name: form.name.trim(),
          phone: form.phone.trim(),
          behalf: { relation, consent },
          ...(relation === 'gridWorker' && { channel: 'patrol' as const }),
          ...(priorityGroup && { priorityGroup }),
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
    void wx.switchTab({ url: '/pages/my-tickets/my-tickets' })
  },
})

function lacking({ description, place, name, phone, relation, consent }: Form): string {
  if (description.trim() === '') return '请写一写是什么事。'
  if (!place) return '请选一选事情发生在哪里。'
  if (name.trim() === '') return '请写他怎么称呼。'
  if (!phonePattern.test(phone.trim())) return '请留他的电话，办的人要和他本人核实，结果也会告诉他。'
  if (!relation) return '请选一选您和他的关系。'
  if (!consent) return '要他本人同意才能替他反映。请选一选他是怎么同意的。'
  return ''
}
