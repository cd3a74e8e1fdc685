import type { OwnRecords } from '../../../typings/contract/own-records'
import type { TicketView } from '../../../typings/contract/views'
import { statusWords } from '../../labels'
import { ask, CallFailure, sentenceOf } from '../../services/cloud'
import { dropDraft, forgetHabits } from '../../services/draft'
import { agreesToErase, eraseCall } from '../../services/erasing'
import { dropForms } from '../../services/kept-form'
import { dropAllWords } from '../../services/kept-words'
import { currentLook, followLook } from '../../services/look'
import { dayWords } from '../../services/people-time'
import { receipts } from '../../services/receipts'
import { recordsText } from '../../services/records-text'

interface Row {
  ticketId: string
  version: number
  subject: string
  when: string
  status: string
  fileIds: string[]
}

const ended = ['closed', 'answered', 'referred', 'rejected', 'merged', 'terminated', 'withdrawn']

/** What is kept of a person, to see, to take along and to delete; consent given and taken back. */
Page({
  data: {
    look: currentLook(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    trouble: '',
    notice: '',
    count: 0,
    open: 0,
    anonymous: 0,
    rows: [] as Row[],
    busy: '',
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async load(notice = '') {
    try {
      const tickets = (await everyPage()).flatMap((page) => page.tickets)
      const over = tickets.filter(({ status }) => ended.includes(status))
      this.setData({
        state: 'ready',
        trouble: '',
        notice,
        busy: '',
        count: tickets.length,
        open: tickets.length - over.length,
        anonymous: receipts().filter(({ anonymous }) => anonymous).length,
        rows: over.filter(({ erasedAt }) => erasedAt === undefined).map(rowOf),
      })
    } catch (error) {
      const trouble = sentenceOf(error)
      this.setData({ busy: '', trouble, state: this.data.state === 'ready' ? 'ready' : 'error' })
    }
  },

  again() {
    this.setData({ state: 'loading' })
    void this.load()
  },

  async take() {
    if (this.data.busy) return
    this.setData({ busy: 'take', notice: '' })
    try {
      const filePath = await written(recordsText(await everyPage()))
      this.setData({ busy: '', notice: '文件做好了，请选发给谁（可以发给自己的“文件传输助手”）。' })
      await wx.shareFileMessage({ filePath, fileName: '我的诉求记录.txt' })
    } catch (error) {
      const notice =
        error instanceof CallFailure ? error.message : '没有发出去。文件没有离开这部手机，可以再试一次。'
      this.setData({ busy: '', notice })
    }
  },

  async erase(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const row = this.data.rows[index]
    if (!row || this.data.busy || !(await agreesToErase())) return
    this.setData({ busy: row.ticketId, notice: '' })
    try {
      await eraseCall(row)
      await this.load('已删除。')
    } catch (error) {
      this.setData({ busy: '', notice: sentenceOf(error) })
    }
  },

  consents() {
    void wx.openSetting({ withSubscriptions: true }).catch(() => undefined)
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },

  async clearPhone() {
    const { confirm } = await wx.showModal({
      title: '清除这部手机上的记录？',
      content: '会清除没写完的草稿、上次的地点和电话。已提交的诉求和匿名查询码不受影响。',
      confirmText: '清除',
    })
    if (!confirm) return
    forgetHabits()
    dropDraft()
    dropForms()
    dropAllWords()
    this.setData({ notice: '这部手机上的草稿、地点和电话已清除。' })
  },
})

async function everyPage(): Promise<OwnRecords[]> {
  const pages: OwnRecords[] = []
  let cursor: string | undefined
  do {
    const page = await ask('tickets.myRecords', cursor === undefined ? {} : { cursor })
    pages.push(page)
    cursor = page.cursor
  } while (cursor !== undefined)
  return pages
}

const rowOf = ({
  _id,
  version,
  subject,
  status,
  submittedAt,
  attachments,
  supplements,
}: TicketView): Row => ({
  ticketId: _id,
  version,
  subject,
  when: submittedAt === undefined ? '' : `${dayWords(submittedAt)}提交`,
  status: statusWords[status],
  fileIds: [attachments ?? [], ...(supplements ?? []).map((one) => one.attachments)]
    .flat()
    .map(({ fileId }) => fileId),
})

function written(words: string): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/my-records.txt`
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data: words,
      encoding: 'utf8',
      success: () => resolve(filePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
