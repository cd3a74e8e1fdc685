import type { Leave } from '../../../typings/contract/notification'
import type { Timestamp } from '../../../typings/contract/time'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { dayWords } from '../../services/people-time'
import { forgetSession } from '../../services/session'

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

interface Post {
  postId: string
  title: string
  unit: string
  deputy: string
  /** Said in red: nobody would stand in. */
  warning: string
  away: string
}

const reasons = ['年休假', '病假', '出差', '培训', '事假']

/** 00:00 of a local date 'YYYY-MM-DD' in the district. */
const startOf = (date: string): Timestamp => Date.parse(date) - SHANGHAI

const dateOf = (at: Timestamp): string => new Date(at + SHANGHAI).toISOString().slice(0, 10)

/** 请假: the days, the reason, and who stands in. Tickets stay with the post, so nothing has to be handed over. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    posts: [] as Post[],
    reasons,
    today: '',
    first: '',
    last: '',
    reason: '',
    problem: '',
    busy: '',
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async load() {
    try {
      const { posts, now } = await ask('directory.leave', {})
      const today = dateOf(now)
      const first = this.data.first || today
      this.setData({
        state: 'ready',
        trouble: '',
        posts: posts.map(postWords),
        today,
        first,
        last: this.data.last || first,
      })
    } catch (error) {
      this.setData({ trouble: sentenceOf(error), state: 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  chooseFirst(event: WechatMiniprogram.PickerChange) {
    const first = String(event.detail.value)
    this.setData({ first, last: this.data.last < first ? first : this.data.last })
  },

  chooseLast(event: WechatMiniprogram.PickerChange) {
    this.setData({ last: String(event.detail.value) })
  },

  chooseReason(event: WechatMiniprogram.TouchEvent) {
    const { reason } = event.currentTarget.dataset as { reason: string }
    this.setData({ reason, problem: '' })
  },

  async declare(event: WechatMiniprogram.TouchEvent) {
    const { postId } = event.currentTarget.dataset as { postId: string }
    const { first, last, reason, busy } = this.data
    if (busy) return
    if (!reason) {
      this.setData({ problem: '请选一个请假的原因。' })
      return
    }
    const absence = { from: startOf(first), to: startOf(last) + DAY, reason }
    await this.save(postId, absence, (post) => ({
      post: { ...post, away: awayWords(absence) },
      notice: post.deputy
        ? `已登记。${post.deputy}会收到消息，时限照常计算。`
        : '已登记。没有 B 角，中心会收到提醒。',
    }))
  },

  async comeBack(event: WechatMiniprogram.TouchEvent) {
    const { postId } = event.currentTarget.dataset as { postId: string }
    if (this.data.busy) return
    await this.save(postId, undefined, (post) => ({
      post: { ...post, away: '' },
      notice: '欢迎回来。在办的工单都回到了您的收件箱。',
    }))
  },

  async save(
    postId: string,
    absence: Leave['absence'],
    after: (post: Post) => { post: Post; notice: string },
  ) {
    const post = this.data.posts.find((one) => one.postId === postId)
    if (!post) return
    this.setData({ busy: postId, problem: '', notice: '' })
    try {
      await ask('directory.setAbsence', { postId, ...(absence && { absence }) })
      forgetSession()
      const { post: changed, notice } = after(post)
      const posts = this.data.posts.map((one) => (one.postId === postId ? changed : one))
      this.setData({ busy: '', notice, posts })
    } catch (error) {
      this.setData({ busy: '', problem: sentenceOf(error) })
    }
  },
})

function postWords({ postId, title, departmentName, absence, deputy }: Leave): Post {
  return {
    postId,
    title,
    unit: departmentName,
    deputy: deputy ? deputy.name || deputy.title : '',
    warning: warningFor(deputy),
    away: absence ? awayWords(absence) : '',
  }
}

function warningFor(deputy: Leave['deputy']): string {
  if (!deputy) return '没有登记 B 角：请假期间，新工单会报到区中心。'
  return deputy.reachable ? '' : 'B 角现在也不在岗：请假期间，新工单会报到区中心。'
}

/** The leave ends with its last day; `to` is the morning after. */
function awayWords({ from, to, reason }: NonNullable<Leave['absence']>): string {
  const first = dayWords(from)
  if (to === undefined) return `${first}起${reason}`
  const last = dayWords(to - 1)
  return first === last ? `${first}${reason}` : `${first}到 ${last}${reason}`
}
