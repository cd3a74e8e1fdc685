import type { Behalf } from '../../../typings/contract/behalf'
import type { PriorityGroup } from '../../../typings/contract/priority'
import { behalfWords } from '../../labels'
import { ask, CallFailure, newCommandId, sentenceOf } from '../../services/cloud'
import type { ChosenPlace, KeptFile } from '../../services/draft'
import { handIn, type HandedIn } from '../../services/hand-in'
import { currentLook, followLook } from '../../services/look'
import { session } from '../../services/session'

const phonePattern = /^\+?[\d-]{5,20}$/

const chipsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, name]) => ({ value, name }))

/** 代办: for somebody who can't, with their consent; a code goes to them, the result to both. */
Page({
  data: {
    look: currentLook(),
    relations: chipsOf(behalfWords.relation).filter(({ value }) => value !== 'gridWorker'),
    relation: '' as Behalf['relation'] | '',
    consents: chipsOf(behalfWords.consent),
    consent: '' as Behalf['consent'] | '',
    place: null as ChosenPlace | null,
    files: [] as KeptFile[],
    priorityGroup: '' as PriorityGroup | '',
    sending: false,
    problem: '',
    done: null as HandedIn | null,
  },
  commandId: '',
  fields: { name: '', phone: '', description: '' },

  onLoad() {
    this.commandId = newCommandId()
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  /** A grid worker calls as one, and need not say so. */
  async load() {
    const known = await session().catch((error: unknown) => void sentenceOf(error))
    if (known?.posts.some(({ role }) => role === 'gridWorker'))
      this.setData({ relations: chipsOf(behalfWords.relation), relation: 'gridWorker' })
  },

  typed(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset as { field: 'name' | 'phone' | 'description' }
    this.fields[field] = event.detail.value
  },

  chooseRelation(event: WechatMiniprogram.TouchEvent) {
    const { value } = event.currentTarget.dataset as { value: Behalf['relation'] }
    this.setData({ relation: value, problem: '' })
  },

  chooseConsent(event: WechatMiniprogram.TouchEvent) {
    const { value } = event.currentTarget.dataset as { value: Behalf['consent'] }
    this.setData({ consent: value, problem: '' })
  },

  prioritise({ detail }: WechatMiniprogram.CustomEvent<{ group?: PriorityGroup }>) {
    this.setData({ priorityGroup: detail.group ?? '' })
  },

  placed(event: WechatMiniprogram.CustomEvent<{ place: ChosenPlace }>) {
    this.setData({ place: event.detail.place, problem: '' })
  },

  filed(event: WechatMiniprogram.CustomEvent<{ files: KeptFile[] }>) {
    this.setData({ files: event.detail.files })
  },

  lacking(): string {
    const { relation, consent, place } = this.data
    if (this.fields.description.trim() === '') return '请写一写是什么事。'
    if (!place) return '请选一选事情发生在哪里。'
    if (this.fields.name.trim() === '') return '请写他怎么称呼。'
    if (!phonePattern.test(this.fields.phone.trim()))
      return '请留他的电话，办的人要和他本人核实，结果也会告诉他。'
    if (!relation) return '请选一选您和他的关系。'
    if (!consent) return '要他本人同意才能替他反映。请选一选他是怎么同意的。'
    return ''
  },

  async send() {
    if (this.data.sending) return
    const problem = this.lacking()
    this.setData({ problem, sending: problem === '' })
    const { relation, consent, place, files, priorityGroup } = this.data
    if (problem || !relation || !consent || !place) return
    const description = this.fields.description.trim()
    const address = place.address.trim()
    try {
      const found = await ask('directory.suggest', { text: description, areaId: place.areaId }).catch(
        () => undefined,
      )
      const done = await handIn(
        this.commandId,
        {
          kind: 'help',
          description,
          ...(found?.serviceCode && { serviceCode: found.serviceCode }),
          place: { areaId: place.areaId, ...(address && { address }) },
          secrecy: 'named',
          name: this.fields.name.trim(),
          phone: this.fields.phone.trim(),
          behalf: { relation, consent },
          ...(relation === 'gridWorker' && { channel: 'patrol' as const }),
          ...(priorityGroup && { priorityGroup }),
        },
        files,
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
