import type { CalendarDay, CalendarPage, ReviseCalendarInput } from '../../../typings/contract/administration'
import type { LocalDate } from '../../../typings/contract/time'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'

const SHANGHAI = 8 * 3_600_000

/** The shortest that names a notice: 国办1号. */
const noticeLeast = 4

interface Day extends CalendarDay {
  words: string
}

/** 工作日历: one day off or on more, by a notice. Deadlines of open calls are counted anew, and their callers told. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    done: '',
    problem: '',
    busy: false,
    calendars: [] as { id: string; name: string }[],
    calendarId: '',
    days: [] as Day[],
    today: '',
    date: '',
    kind: 'holiday' as CalendarDay['kind'],
    name: '',
    notice: '',
    preview: '',
  },

  known: undefined as CalendarPage | undefined,

  onShow() {
    followLook(this)
    void this.load()
  },

  async load(said: { done?: string; problem?: string } = {}) {
    try {
      const page = await ask('directory.calendar', {})
      this.known = page
      const today = new Date(page.now + SHANGHAI).toISOString().slice(0, 10)
      this.setData({
        ...said,
        state: 'ready',
        trouble: '',
        busy: false,
        calendars: page.calendars.map(({ calendarId, name }) => ({ id: calendarId, name })),
        calendarId: this.data.calendarId || (page.calendars[0]?.calendarId ?? ''),
        today,
        date: this.data.date || today,
      })
      this.redraw()
    } catch (error) {
      const state = this.data.state === 'ready' ? 'ready' : 'error'
      this.setData({ ...said, state, busy: false, trouble: sentenceOf(error) })
    }
  },

  redraw() {
    const { calendarId, kind, date, name } = this.data
    const calendar = this.known?.calendars.find((one) => one.calendarId === calendarId)
    const deed = kind === 'holiday' ? '放假，不算工作日' : '上班，算工作日'
    this.setData({
      days: (calendar?.days ?? []).map((day) => ({
        ...day,
        words: `${dateWords(day.date)} ${day.kind === 'holiday' ? '放假' : '上班'}`,
      })),
      preview: `${dateWords(date)}${deed}${name ? `（${name}）` : ''}。保存后几分钟内，在办工单的时限会重算，变了的会告诉群众；已经到期的不变。`,
    })
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  chooseCalendar(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string }
    this.setData({ calendarId: id, problem: '', done: '' })
    this.redraw()
  },

  chooseKind(event: WechatMiniprogram.TouchEvent) {
    const { kind } = event.currentTarget.dataset as { kind: CalendarDay['kind'] }
    this.setData({ kind, problem: '', done: '' })
    this.redraw()
  },

  chooseDate(event: WechatMiniprogram.PickerChange) {
    this.setData({ date: String(event.detail.value), problem: '', done: '' })
    this.redraw()
  },

  typeName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value })
    this.redraw()
  },

  typeNotice(event: WechatMiniprogram.Input) {
    this.setData({ notice: event.detail.value })
  },

  save() {
    const { date, kind, name } = this.data
    if (!name.trim()) {
      this.setData({ problem: '请写这一天叫什么，例如：端午节、调休上班。' })
      return
    }
    void this.revise({ date, kind, name: name.trim() }, '已保存。在办工单的时限几分钟内重算。')
  },

  async remove(event: WechatMiniprogram.TouchEvent) {
    const { date } = event.currentTarget.dataset as { date: LocalDate }
    const day = this.data.days.find((one) => one.date === date)
    if (!day || !this.mayGive()) return
    const { confirm } = await wx.showModal({
      title: '取消这一天',
      content: `${day.words}，改回平常的样子。在办工单的时限会重算。`,
      confirmText: '取消它',
      cancelText: '不改了',
    })
    if (!confirm) return
    const { kind, name } = day
    await this.revise({ date, kind, name: name.slice(0, 20), remove: true }, '已改回平常的样子。')
  },

  mayGive(): boolean {
    if (this.data.notice.trim().length >= noticeLeast) return !this.data.busy
    this.setData({ problem: '请写凭哪个通知，例如：国办发明电〔2025〕7号。' })
    return false
  },

  async revise(day: Pick<ReviseCalendarInput, 'date' | 'kind' | 'name' | 'remove'>, done: string) {
    const { known } = this
    if (!known || !this.mayGive()) return
    const { calendarId, notice } = this.data
    this.setData({ busy: true, problem: '', done: '' })
    try {
      await ask('directory.reviseCalendar', {
        calendarId,
        ...day,
        notice: notice.trim(),
        directoryVersion: known.directoryVersion,
      })
      this.setData({ name: '' })
      await this.load({ done })
    } catch (error) {
      const problem = sentenceOf(error)
      if (error instanceof CallFailure && error.code === 'VERSION_CONFLICT') await this.load({ problem })
      else this.setData({ busy: false, problem })
    }
  },
})

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 6 月 10 日（周三） */
function dateWords(date: LocalDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return `${month} 月 ${day} 日（周${weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''}）`
}
