import type { StaffedPost, UnitPage } from '../../../typings/contract/staffing'
import { whyNobodyWords } from '../../labels'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { momentWords } from '../../services/people-time'
import { invitingWords, leavingWords, postCard, type PostCard } from '../staffing-words'

interface Said {
  notice?: string
  problem?: string
  asking?: string
  person?: string
}

/** One unit's A角 and B角: who holds them, the duty phones, somebody new by a code, somebody gone. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    problem: '',
    busy: '',
    name: '',
    alarm: '',
    handling: 0,
    posts: [] as PostCard[],
    /** Post that somebody is being asked for. */
    asking: '',
    askingWords: '',
    person: '',
    /** Typed and not yet saved, by post. */
    phones: {} as Record<string, string>,
    code: '',
    codeWords: '',
  },

  departmentId: '',
  known: undefined as UnitPage | undefined,

  onLoad({ departmentId = '' }: { departmentId?: string }) {
    this.departmentId = departmentId
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  /** @param said drawn together with the fresh page */
  async load(said: Said = {}) {
    try {
      const page = await ask('directory.unit', { departmentId: this.departmentId })
      this.known = page
      const { name, why, handling, posts, now } = page
      const { phones } = this.data
      this.setData({
        ...said,
        state: 'ready',
        trouble: '',
        busy: '',
        name,
        handling,
        alarm: why ? whyNobodyWords[why] : '',
        posts: posts.map((post) => postCard(post, now)),
        phones: Object.fromEntries(
          posts.map(({ postId, dutyPhone = '' }) => [postId, phones[postId] ?? dutyPhone]),
        ),
      })
    } catch (error) {
      const state = this.data.state === 'ready' ? 'ready' : 'error'
      this.setData({ ...said, state, busy: '', trouble: sentenceOf(error) })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  postOf(event: WechatMiniprogram.BaseEvent): StaffedPost | undefined {
    const { id } = event.currentTarget.dataset as { id: string }
    return this.known?.posts.find(({ postId }) => postId === id)
  },

  startAsking(event: WechatMiniprogram.TouchEvent) {
    const post = this.postOf(event)
    if (post)
      this.setData({
        asking: post.postId,
        askingWords: invitingWords(post),
        problem: '',
        notice: '',
        code: '',
      })
  },

  stopAsking() {
    this.setData({ asking: '', problem: '' })
  },

  typePerson(event: WechatMiniprogram.Input) {
    this.setData({ person: event.detail.value })
  },

  typePhone(event: WechatMiniprogram.Input) {
    const post = this.postOf(event)
    if (post) this.setData({ phones: { ...this.data.phones, [post.postId]: event.detail.value } })
  },

  async invite(event: WechatMiniprogram.TouchEvent) {
    const post = this.postOf(event)
    const person = this.data.person.trim()
    if (!person) return this.setData({ problem: '请写对方的姓名，同事会看到。' })
    if (!post) return
    await this.change(post, async (onPost) => {
      const { code, until } = await ask('directory.invite', { ...onPost, name: person })
      const codeWords = `请当面或打电话告诉${person}：打开小程序“我的 → 凭上岗码上岗”，输入它。${momentWords(until, Date.now())} 前有效，只用一次，关掉这一页就看不到了。`
      this.setData({ code, codeWords })
      return { notice: '', asking: '', person: '' }
    })
  },

  copyCode() {
    void wx.setClipboardData({ data: this.data.code })
  },

  async savePhone(event: WechatMiniprogram.TouchEvent) {
    const post = this.postOf(event)
    if (!post) return
    const dutyPhone = (this.data.phones[post.postId] ?? '').trim()
    await this.change(post, async (onPost) => {
      await ask('directory.setDutyPhone', { ...onPost, dutyPhone })
      return { notice: dutyPhone ? '值班电话已保存。' : '值班电话已去掉，微信没送到时只能靠通讯录打。' }
    })
  },

  async vacate(event: WechatMiniprogram.TouchEvent) {
    const post = this.postOf(event)
    if (!post || !this.known) return
    const gone = post.holderName === undefined
    const { confirm } = await wx.showModal({
      title: gone ? '收回上岗码' : `撤下${post.holderName ?? ''}`,
      content: leavingWords(post, this.known),
      confirmText: gone ? '收回' : '撤下',
      cancelText: '不改了',
    })
    if (!confirm) return
    await this.change(post, async (onPost) => {
      await ask('directory.vacate', onPost)
      return { notice: gone ? '上岗码已收回。' : '已撤下，一分钟内生效。' }
    })
  },

  /** @param give what to do; what it answers is drawn with the fresh page. What was typed stays where it fails. */
  async change(
    { postId }: StaffedPost,
    give: (onPost: { postId: string; directoryVersion: number }) => Promise<Said>,
  ) {
    if (!this.known || this.data.busy) return
    const { directoryVersion } = this.known
    this.setData({ busy: postId, notice: '', problem: '' })
    try {
      await this.load(await give({ postId, directoryVersion }))
    } catch (error) {
      const problem =
        error instanceof CallFailure && error.path === 'input.dutyPhone'
          ? '请写 11 位手机号，或带区号的座机，例如 03101234567。'
          : sentenceOf(error)
      if (error instanceof CallFailure && error.code === 'VERSION_CONFLICT') await this.load({ problem })
      else this.setData({ busy: '', problem })
    }
  },
})
