import type { PublicationDraft } from '../../../typings/contract/publication'
import { ask, CallFailure, give, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type PublicationWords, publicationWordsOf } from '../../services/publication-words'

interface Photo {
  fileId: string
  url: string
  chosen: boolean
}

/** The masked words before anybody else reads them: the reviewer hides what no pattern knows and marks the photos. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    words: null as PublicationWords | null,
    hidden: '',
    photos: [] as Photo[],
    hide: [] as string[],
    /** What the field shows: set only to empty it. */
    word: '',
    busy: '' as '' | 'publish' | 'withhold',
    problem: '',
  },
  ticketId: '',
  version: 0,
  typedWord: '',

  onLoad({ ticketId = '' }: { ticketId?: string }) {
    this.ticketId = ticketId
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  async load() {
    const { hide } = this.data
    try {
      const draft = await ask('tickets.publicationDraft', { ticketId: this.ticketId, hide })
      this.version = draft.version
      const [words = null] = publicationWordsOf({ publications: [draft.publication], ...draft, now: 0 })
      const photos = this.data.words ? this.data.photos : await photosOf(draft)
      this.setData({ state: 'ready', trouble: '', words, photos, hidden: hiddenWords(draft) })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: this.data.words ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  typed(event: WechatMiniprogram.Input) {
    this.typedWord = event.detail.value
  },

  async hideWord() {
    const word = this.typedWord.trim()
    if (!word || this.data.hide.includes(word)) return
    this.typedWord = ''
    this.setData({ hide: [...this.data.hide, word], word: '' })
    await this.load()
  },

  async showAgain(event: WechatMiniprogram.TouchEvent) {
    const { word } = event.currentTarget.dataset as { word: string }
    this.setData({ hide: this.data.hide.filter((one) => one !== word) })
    await this.load()
  },

  choosePhoto(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const chosen = this.data.photos[index]?.chosen ?? false
    this.setData({ [`photos[${index}].chosen`]: !chosen })
  },

  publish() {
    const photos = this.data.photos.filter(({ chosen }) => chosen).map(({ fileId }) => fileId)
    return this.run('publish', () =>
      give('tickets.publish', { ticketId: this.ticketId, hide: this.data.hide, photos }, this.version),
    )
  },

  withhold() {
    return this.run('withhold', () =>
      give('tickets.withhold', { ticketId: this.ticketId, reason: '涉及他人隐私' }, this.version),
    )
  },

  async run(busy: 'publish' | 'withhold', what: () => Promise<unknown>) {
    if (this.data.busy) return
    this.setData({ busy, problem: '' })
    try {
      await what()
      await wx.navigateBack()
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      this.setData({ busy: '', problem: error.message })
    }
  },
})

const hiddenWords = ({ hidden }: PublicationDraft): string =>
  hidden.map(({ what, count }) => `${what} ${count} 处`).join('，')

/** None is chosen beforehand: a photo is published because somebody looked at it. */
async function photosOf({ photos }: PublicationDraft): Promise<Photo[]> {
  if (photos.length === 0) return []
  const fileList = photos.map(({ fileId }) => fileId)
  const answer = await wx.cloud.getTempFileURL({ fileList }).catch(() => ({ fileList: [] }))
  const urls = new Map(answer.fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
  return fileList.map((fileId) => ({ fileId, url: urls.get(fileId) ?? '', chosen: false }))
}
