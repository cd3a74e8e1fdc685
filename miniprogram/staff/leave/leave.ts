import type { Leave } from '../../../typings/contract/notification'
import type { Timestamp } from '../../../typings/contract/time'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { dayWords } from '../../services/people-time'
import { forgetSession } from '../../services/session'
import { handOverAll } from './hand-over-all'

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

/** As many as `Limits.note` says. */
const noteMost = 500

/** What is left for whoever holds the work next, on every open ticket; one that needs its own has it on its page. */
const questions = [
  { key: 'done', label: '办了什么', placeholder: '例如：都去过现场，答复材料在值班室第二格' },
  {
    key: 'promised',
    label: '答应了群众什么（可不填）',
    placeholder: '例如：答应周三前回电话的有 3 位，都记在备注里',
  },
  { key: 'next', label: '下一步做什么', placeholder: '例如：先办今天到期的两件' },
] as const

type Handing = Record<(typeof questions)[number]['key'], string>

const nothing: Handing = { done: '', promised: '', next: '' }

/** 请假: the days, the reason, who stands in, and a few words for them. Tickets stay with the post and don't move. */
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
    questions,
    handing: nothing,
  },
  /** Tickets that have these words already. */
  handed: new Set<string>(),

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

  write(event: WechatMiniprogram.Input) {
    const { key } = event.currentTarget.dataset as { key: keyof Handing }
    this.handed = new Set()
    this.setData({ handing: { ...this.data.handing, [key]: event.detail.value }, problem: '' })
  },

  /** Before somebody goes: from then on the tickets are no longer theirs to write on. @returns whether to go on */
  async leaveWords(postId: string): Promise<{ goOn: boolean; said: string }> {
    const { done, promised, next } = this.data.handing
    const written = { done: done.trim(), promised: promised.trim(), next: next.trim() }
    if (!written.done && !written.promised && !written.next) return { goOn: true, said: '' }
    const lacking = !written.done ? '办了什么' : !written.next ? '下一步做什么' : ''
    const tooLong = Object.values(written).some(({ length }) => length > noteMost)
    if (lacking || tooLong) {
      const problem = lacking
        ? `交接说明还差一项：${lacking}。`
        : `交接说明每一项最多 ${noteMost} 个字，已写的都在。`
      this.setData({ problem })
      return { goOn: false, said: '' }
    }
    this.setData({ busy: postId, problem: '', notice: '' })
    try {
      const note = {
        done: written.done,
        next: written.next,
        ...(written.promised && { promised: written.promised }),
      }
      const { done: count, problems } = await handOverAll(note, this.handed, (at, total) => {
        this.setData({ notice: `正在留交接说明：${at} / ${total}` })
      })
      const said = [
        count > 0 ? `交接说明已留在 ${count} 件上。` : '现在没有在办的诉求，没有留交接说明。',
        ...problems,
      ]
      this.setData({ busy: '', notice: '' })
      return { goOn: true, said: said.join(' ') }
    } catch (error) {
      this.setData({ busy: '', notice: '', problem: `交接说明没有留完，写的都在：${sentenceOf(error)}` })
      return { goOn: false, said: '' }
    }
  },

  /** Without leave: before a post changes hands. */
  async handOver(event: WechatMiniprogram.TouchEvent) {
    const { postId } = event.currentTarget.dataset as { postId: string }
    if (this.data.busy) return
    const { done, promised, next } = this.data.handing
    if (!`${done}${promised}${next}`.trim()) {
      this.setData({ problem: '请先写办了什么、下一步做什么。' })
      return
    }
    const { goOn, said } = await this.leaveWords(postId)
    if (goOn) this.setData({ notice: said, handing: nothing })
  },

  async declare(event: WechatMiniprogram.TouchEvent) {
    const { postId } = event.currentTarget.dataset as { postId: string }
    const { first, last, reason, busy } = this.data
    if (busy) return
    if (!reason) {
      this.setData({ problem: '请选一个请假的原因。' })
      return
    }
    const { goOn, said } = await this.leaveWords(postId)
    if (!goOn) return
    const absence = { from: startOf(first), to: startOf(last) + DAY, reason }
    await this.save(postId, absence, (post) => ({
      post: { ...post, away: awayWords(absence) },
      notice: [
        post.deputy
          ? `已登记。${post.deputy}会收到消息，时限照常计算。`
          : '已登记。没有 B 角，中心会收到提醒。',
        said,
      ].join(''),
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
