import type { PhoneTask, SecondCallTask } from '../../../typings/contract/notification'
import { whyNobodyWords } from '../../labels'
import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'
import { type FateWords, fateWords } from '../../services/notice-words'
import { dayWords, momentWords } from '../../services/people-time'

interface Task extends Pick<PhoneTask, 'id' | 'tries' | 'read' | 'whom' | 'title' | 'text'> {
  ticketId: string
  phone: string
  when: string
  fates: FateWords[]
}

/** 联系不上的: people whom no message reached, units with nobody on duty, who is away. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    tasks: [] as Task[],
    again: [] as { ticketId: string; number: string; subject: string; words: string; ready: boolean }[],
    units: [] as { key: string; name: string; why: string }[],
    away: [] as { key: string; name: string; words: string }[],
    /** Of the task whose call is being written down. */
    asking: '',
    busy: false,
    problem: '',
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  /** @param change drawn together with the fresh list */
  async load(change: { notice?: string; asking?: string; busy?: boolean; problem?: string } = {}) {
    try {
      const { phoneTasks, secondCalls, unreachable, away } = await ask('tickets.reach', {})
      this.setData({
        ...change,
        state: 'ready',
        trouble: '',
        tasks: phoneTasks.map(taskWords),
        again: secondCalls.map(secondCallWords),
        units: unreachable.map(({ departmentId, name, why }) => ({
          key: departmentId,
          name,
          why: whyNobodyWords[why],
        })),
        away: away.map(({ postId, name, from, to, deputy }) => ({
          key: postId,
          name,
          words: `${dayWords(from)}起${to === undefined ? '，返岗时间没有定' : `，${dayWords(to)}返岗`}${deputy ? `，由${deputy}代理` : ''}`,
        })),
      })
    } catch (error) {
      this.setData({
        ...change,
        trouble: sentenceOf(error),
        state: this.data.state === 'ready' ? 'ready' : 'error',
      })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  call(event: WechatMiniprogram.TouchEvent) {
    const { phone } = event.currentTarget.dataset as { phone: string }
    void wx.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { ticketId } = event.currentTarget.dataset as { ticketId: string }
    if (ticketId) void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${ticketId}` })
  },

  reached(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string }
    this.setData({ asking: id, problem: '', notice: '' })
  },

  notReached(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string }
    void this.record(id, false, '')
  },

  said(event: WechatMiniprogram.CustomEvent<{ text: string }>) {
    void this.record(this.data.asking, true, event.detail.text)
  },

  closeSheet() {
    this.setData({ asking: '', problem: '' })
  },

  async record(id: string, reached: boolean, note: string) {
    const task = this.data.tasks.find((one) => one.id === id)
    if (!task || this.data.busy) return
    this.setData({ busy: true, notice: '' })
    try {
      await ask('tickets.recordPhoneTask', { id, reached, note, tries: task.tries })
      const notice = reached ? '已记下：打通了。' : '已记下：这次没有打通，请过一会儿再打。'
      await this.load({ notice, asking: '', busy: false })
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error), notice: sentenceOf(error) })
    }
  },
})

function secondCallWords({ ticketId, number, subject, callAt, tries, forAnother }: SecondCallTask) {
  const now = Date.now()
  const ready = !forAnother && callAt <= now
  const when = callAt <= now ? '现在可以打' : `${momentWords(callAt, now)} 起可以打`
  const words = forAnother
    ? '第一次是您打的，请换一位同事打。'
    : `${when}${tries > 0 ? `，已打过 ${tries} 次没有接` : ''}`
  return { ticketId, number, subject, words, ready }
}

function taskWords(task: PhoneTask): Task {
  const { id, tries, read, whom, title, text, ticketId = '', phone = '', at, fates } = task
  const now = Date.now()
  const when = momentWords(at, now)
  return {
    id,
    tries,
    read,
    whom,
    title,
    text,
    ticketId,
    phone,
    when,
    fates: fates.map((fate) => fateWords(fate, now)),
  }
}
