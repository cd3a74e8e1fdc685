import { ask, CallFailure, give, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type PublicationWords, publicationWordsOf } from '../../services/publication-words'

Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    words: null as PublicationWords | null,
    joined: false,
    busy: false,
    notice: '',
  },
  publicationId: '',

  onLoad({ publicationId = '' }: { publicationId?: string }) {
    this.publicationId = publicationId
    void this.load()
  },

  onShow() {
    followLook(this)
  },

  onShareAppMessage() {
    return {
      title: this.data.words?.subject ?? '民呼我应',
      path: `/square/detail/detail?publicationId=${this.publicationId}`,
    }
  },

  async load() {
    try {
      const [words = null] = publicationWordsOf(
        await ask('square.get', { publicationId: this.publicationId }),
      )
      this.setData({ state: 'ready', words, trouble: '' })
    } catch (error) {
      this.setData({ state: 'error', trouble: sentenceOf(error) })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  /** 我也遇到: from now on told as the first caller is. Any version will do: joining changes nothing for anybody. */
  async join() {
    if (this.data.busy) return
    this.setData({ busy: true, notice: '' })
    try {
      await give('tickets.coSign', { ticketId: this.publicationId }, 0)
      const words = this.data.words
      this.setData({
        busy: false,
        joined: true,
        notice: '已记下。有了进展，会和第一位反映的人一样告诉您。',
        ...(words && { 'words.coSigners': words.coSigners + 1 }),
      })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      this.setData({ busy: false, notice: error.message })
    }
  },

  submit() {
    void wx.navigateTo({ url: '/pages/submit/submit' })
  },
})
