import type { Kind, Service } from '../../../typings/contract/directory'
import type { PriorityGroup } from '../../../typings/contract/priority'
import type { Secrecy } from '../../../typings/contract/ticket'
import { kindWords, secrecyWords } from '../../labels'
import { type Alike, alikeWords, nothingAlike } from '../../services/alike'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import {
  type ChosenPlace,
  type Draft,
  dropDraft,
  habits,
  keepDraft,
  keepHabits,
  type KeptFile,
  openDraft,
} from '../../services/draft'
import { emergenciesIn } from '../../services/emergency'
import { currentLook, followLook, isElder } from '../../services/look'
import { handOver } from '../../services/outbox'
import { inputOf, limits, type Problems, problemsOf } from '../../services/submit-form'

interface Chip {
  serviceCode: string
  name: string
  questions: NonNullable<Service['questions']>
}

/** ms of silence after which the words are looked at, and how many there must be. */
const pause = 600
const wordsFewest = 5

let asked = 0

/** A code outlives the directory. */
const movedPlace = '这张码上写的地方已经调整了，请在这里重新选一下。别的都不受影响。'

Page({
  data: {
    look: currentLook(),
    /** Voice first: who has large letters speaks before typing. */
    elder: isElder(),
    draft: openDraft(),
    /** What the field starts with: bound apart, so that typing never moves the cursor. */
    initialText: '',
    most: limits.description,
    name: '',
    phone: '',
    kinds: Object.entries(kindWords).map(([kind, words]) => ({ kind, words })),
    secrecies: Object.entries(secrecyWords).map(([secrecy, { name }]) => ({ secrecy, name })),
    secrecyMeans: '',
    chips: [] as Chip[],
    suggesting: false,
    /** The person chose: what comes later only offers. */
    chosen: false,
    department: '',
    alike: nothingAlike as Alike,
    questions: [] as Chip['questions'],
    emergencies: [] as ReturnType<typeof emergenciesIn>,
    problems: {} as Problems,
    refused: '',
    sending: false,
  },
  /** What a scanned code says it is about: offered first, whatever the words sound like. */
  given: undefined as Chip | undefined,

  onLoad({ start, kind, scene }: { start?: string; kind?: Kind; scene?: string }) {
    const draft = withKind(openDraft(), kind)
    const { name = '', phone = '' } = habits()
    this.setData({
      draft,
      initialText: draft.description,
      name,
      phone,
      secrecyMeans: secrecyWords[draft.secrecy].means,
      emergencies: emergenciesIn(draft.description),
    })
    if (draft.description.length >= wordsFewest) void this.suggest()
    if (scene) void this.prefill(decodeURIComponent(scene))
    if (start === 'camera') void this.selectComponent('#photos')?.add()
    if (start === 'voice') this.selectComponent('#voice')?.toggle()
  },

  onShow() {
    followLook(this)
  },

  /** A scanned code says where, and perhaps what: filled in beforehand, and changed like anything else. */
  async prefill(scene: string) {
    const found = await ask('directory.prefill', { scene }).catch((error: unknown) => void sentenceOf(error))
    if (!found) return
    const { place, service, gone } = found
    if (gone === 'place') this.setData({ 'problems.place': movedPlace })
    const chip = service && { ...service, questions: service.questions ?? [] }
    this.given = chip
    this.change(
      { ...(place && { place: { address: '', ...place } }), ...(chip && serviceOf(chip)) },
      chip && { chips: [chip], chosen: true, questions: chip.questions },
    )
  },

  onUnload() {
    clearTimeout(asked)
  },

  /** Draws a change of the draft and keeps it on the phone. */
  change(part: Partial<Draft>, drawn: Record<string, unknown> = {}) {
    const draft = { ...this.data.draft, ...part }
    // Handed over, it lives in the outbox: kept again, its commandId would make the next call a repetition of this one.
    if (!this.data.sending) keepDraft(draft)
    this.setData({ draft, ...drawn })
  },

  typed(event: WechatMiniprogram.Input) {
    const description = event.detail.value
    const emergencies = emergenciesIn(description)
    const wasAsked = this.data.emergencies.map(({ number }) => number).join()
    this.change(
      { description },
      emergencies.map(({ number }) => number).join() === wasAsked ? {} : { emergencies },
    )
    clearTimeout(asked)
    if (description.length >= wordsFewest) asked = setTimeout(() => void this.suggest(), pause)
  },

  /** Which service the words sound like; the first is taken unless the person chose. Without an answer the centre decides. */
  async suggest() {
    const { description, place, serviceCode } = this.data.draft
    this.setData({ suggesting: true })
    void this.lookAround()
    try {
      const found = await ask('directory.suggest', {
        text: description.slice(0, limits.description),
        ...(place && { areaId: place.areaId }),
      })
      const suggested = [found, ...found.alternatives].flatMap(({ serviceCode: code, name, questions }) =>
        code && name ? [{ serviceCode: code, name, questions: questions ?? [] }] : [],
      )
      const { given } = this
      const chips = given
        ? [given, ...suggested.filter((chip) => chip.serviceCode !== given.serviceCode)]
        : suggested
      const known = chips.find((chip) => chip.serviceCode === serviceCode)
      const chosen = known ?? (this.data.chosen ? undefined : chips[0])
      this.change(serviceOf(chosen), {
        chips,
        suggesting: false,
        department: chosen === chips[0] ? (found.department ?? '') : '',
        questions: chosen?.questions ?? [],
      })
    } catch (error) {
      sentenceOf(error)
      this.setData({ suggesting: false })
    }
  },

  /** Whether somebody called about the same; nobody waits for it, and without an answer nothing is shown. */
  async lookAround() {
    const { description, place } = this.data.draft
    if (!place) return
    const { areaId, address } = place
    const text = description.slice(0, limits.description)
    const asked = { text, place: { areaId, ...(address && { address: address.slice(0, limits.address) }) } }
    const found = await ask('tickets.similar', asked).catch((error: unknown) => void sentenceOf(error))
    const alike = found ? alikeWords(found) : nothingAlike
    if (JSON.stringify(alike) !== JSON.stringify(this.data.alike)) this.setData({ alike })
  },

  /** They would rather see the one that stands than make another: what they wrote is not needed any more. */
  leave({ detail }: WechatMiniprogram.CustomEvent<{ ticketId: string; own: boolean }>) {
    if (!detail.own) dropDraft()
    const page = detail.own ? 'ticket/ticket' : 'shared/shared'
    void wx.redirectTo({ url: `/pages/${page}?ticketId=${detail.ticketId}` })
  },

  chooseService(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const chip = this.data.chips[index]
    this.change(serviceOf(chip), { chosen: true, department: '', questions: chip?.questions ?? [] })
  },

  chooseKind(event: WechatMiniprogram.TouchEvent) {
    const { kind } = event.currentTarget.dataset as { kind: Kind }
    const { secrecy } = withKind(this.data.draft, kind)
    this.change({ kind, secrecy }, { secrecyMeans: secrecyWords[secrecy].means })
  },

  accused({ detail }: WechatMiniprogram.CustomEvent<{ unit?: Draft['against'] }>) {
    this.change({ against: detail.unit })
  },

  chooseSecrecy(event: WechatMiniprogram.TouchEvent) {
    const { secrecy } = event.currentTarget.dataset as { secrecy: Secrecy }
    this.change({ secrecy }, { secrecyMeans: secrecyWords[secrecy].means, 'problems.phone': '' })
  },

  answered(event: WechatMiniprogram.CustomEvent<{ value?: string }>) {
    const { id, choice } = event.currentTarget.dataset as { id: string; choice?: string }
    const answers = { ...this.data.draft.answers, [id]: choice ?? event.detail.value ?? '' }
    this.change({ answers })
  },

  placed(event: WechatMiniprogram.CustomEvent<{ place: ChosenPlace }>) {
    const { place } = event.detail
    const moved = place.areaId !== this.data.draft.place?.areaId
    this.change({ place }, { 'problems.place': '' })
    if (moved && this.data.draft.description.length >= wordsFewest) void this.suggest()
  },

  keepPlace({ detail }: WechatMiniprogram.CustomEvent<{ on: boolean; files: KeptFile[] }>) {
    this.change({ withPlace: detail.on, files: detail.files })
  },

  share({ detail }: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
    keepHabits({ share: detail.on })
    this.change({ share: detail.on })
  },

  prioritise({ detail }: WechatMiniprogram.CustomEvent<{ group?: PriorityGroup }>) {
    keepHabits({ priorityGroup: detail.group })
    this.change({ priorityGroup: detail.group })
  },

  filed(event: WechatMiniprogram.CustomEvent<{ files: KeptFile[] }>) {
    this.change({ files: event.detail.files })
  },

  recorded(event: WechatMiniprogram.CustomEvent<{ file: KeptFile }>) {
    const files = [...this.data.draft.files, event.detail.file].slice(0, limits.attachments)
    this.change({ files })
  },

  contact(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset as { field: 'name' | 'phone' }
    keepHabits({ [field]: event.detail.value })
    this.setData({ [field]: event.detail.value, ...(field === 'phone' && { 'problems.phone': '' }) })
  },

  call(event: WechatMiniprogram.TouchEvent) {
    const { number } = event.currentTarget.dataset as { number: string }
    void wx.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
  },

  async submit() {
    const { draft, name, phone, sending } = this.data
    if (sending) return
    const problems = problemsOf(draft, { name, phone })
    const first = Object.keys(problems)[0]
    if (first) {
      this.setData({ problems, refused: '' })
      void wx.pageScrollTo({ selector: `#${first}`, duration: 200 })
      return
    }
    this.setData({ problems, refused: '', sending: true })
    const { commandId, files, place } = draft
    if (place) keepHabits({ place })
    try {
      await handOver({ commandId, input: inputOf(draft, { name, phone }), files, draft })
      await wx.redirectTo({ url: `/pages/receipt/receipt?commandId=${commandId}` })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      this.setData({ sending: false, refused: error.message })
    }
  },
})

/** A 举报 is confidential by default: who fears the unit must not have to think of it. */
function withKind(draft: Draft, kind: Kind | undefined): Draft {
  if (kind === undefined || !(kind in kindWords)) return draft
  const secrecy = kind === 'report' && draft.secrecy === 'named' ? 'confidential' : draft.secrecy
  return { ...draft, kind, secrecy }
}

const serviceOf = (chip: Chip | undefined): Partial<Draft> => ({
  serviceCode: chip?.serviceCode,
  serviceName: chip?.name,
})
