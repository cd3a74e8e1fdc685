import type { PublicationDraft } from '../../../typings/contract/publication'
import { ask, CallFailure, give, newCommandId, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type PublicationWords, publicationWordsOf } from '../../services/publication-words'
import type { Reviewed } from '../cover/cover'

interface Photo {
  fileId: string
  /** The copy, once somebody looked at it; before that the photo itself. */
  url: string
  /** 待看, 公开 or 不公开: nothing is published that was not looked at. */
  state: 'unseen' | 'chosen' | 'left'
  /** The copy on this phone, and in the cloud once it was uploaded. */
  path: string
  copyId: string
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
    photoWords: { unseen: '点开看', chosen: '✓ 公开', left: '不公开' },
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

  /** Opens the photo in full; whether it may be published is said there. */
  look(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const photo = this.data.photos[index]
    if (!photo || this.data.busy) return
    const position = encodeURIComponent(`第 ${index + 1} 张照片`)
    void wx.navigateTo({
      url: `/staff/cover/cover?fileId=${encodeURIComponent(photo.fileId)}&position=${position}`,
      events: {
        reviewed: ({ path = '' }: Reviewed) => {
          this.setData({
            problem: '',
            [`photos[${index}]`]: {
              ...photo,
              state: path ? 'chosen' : 'left',
              path,
              copyId: '',
              url: path || photo.url,
            },
          })
        },
      },
    })
  },

  publish() {
    const unseen = this.data.photos.filter(({ state }) => state === 'unseen').length
    if (unseen > 0)
      return this.setData({ problem: `还有 ${unseen} 张照片没有看。请逐张打开，遮好或者选“这张不公开”。` })
    return this.run('publish', async () => {
      const photos = await this.uploaded()
      return give('tickets.publish', { ticketId: this.ticketId, hide: this.data.hide, photos }, this.version)
    })
  },

  /** Each copy once, however often 公开 is pressed. */
  async uploaded(): Promise<{ fileId: string; copyId: string }[]> {
    const chosen = []
    for (const [index, { fileId, state, path, copyId: known }] of this.data.photos.entries()) {
      if (state !== 'chosen') continue
      const copyId = known || (await upload(path))
      this.data.photos[index] = { ...(this.data.photos[index] as Photo), copyId }
      chosen.push({ fileId, copyId })
    }
    return chosen
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

/** Under a name that says nothing of the photo it was made from. @throws CallFailure */
async function upload(filePath: string): Promise<string> {
  const cloudPath = `published/${newCommandId()}.jpg`
  try {
    return (await wx.cloud.uploadFile({ cloudPath, filePath })).fileID
  } catch {
    throw new CallFailure('OFFLINE', '照片没有传上去，还没有公开。网络好了再点一次，遮好的不会丢。')
  }
}

/** None is chosen beforehand but what was published already: a photo is published because somebody looked at it. */
async function photosOf({ photos, reviewed }: PublicationDraft): Promise<Photo[]> {
  if (photos.length === 0) return []
  const copies = new Map(reviewed.map(({ fileId, copyId }) => [fileId, copyId]))
  const fileList = photos.map(({ fileId }) => copies.get(fileId) ?? fileId)
  const answer = await wx.cloud.getTempFileURL({ fileList }).catch(() => ({ fileList: [] }))
  const urls = new Map(answer.fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
  return photos.map(({ fileId }) => {
    const copyId = copies.get(fileId) ?? ''
    const url = urls.get(copyId || fileId) ?? ''
    return { fileId, url, state: copyId ? 'chosen' : 'unseen', path: '', copyId }
  })
}
