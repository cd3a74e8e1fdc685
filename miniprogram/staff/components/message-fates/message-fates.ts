import type { MessageFate } from '../../../../typings/contract/notification'
import { ask, sentenceOf } from '../../../services/cloud'
import { type FateWords, fateWords } from '../../../services/notice-words'
import { momentWords } from '../../../services/people-time'

interface Line {
  key: number
  title: string
  whom: string
  when: string
  read: boolean
  fates: FateWords[]
}

/** 消息送到没有: every message of a ticket with what became of it on each channel; read when it is opened. */
Component({
  properties: {
    ticketId: { type: String, value: '' },
  },
  data: {
    open: false,
    loading: false,
    trouble: '',
    lines: [] as Line[],
  },
  methods: {
    async toggle() {
      const open = !this.data.open
      this.setData({ open, trouble: '', loading: open })
      if (!open) return
      try {
        const { messages } = await ask('tickets.fates', { ticketId: this.properties.ticketId })
        this.setData({ lines: messages.map(lineOf), loading: false })
      } catch (error) {
        this.setData({ trouble: sentenceOf(error), loading: false })
      }
    },
  },
})

function lineOf({ title, whom, at, read, fates }: MessageFate, key: number): Line {
  const now = Date.now()
  return {
    key,
    title,
    whom,
    when: momentWords(at, now),
    read,
    fates: fates.map((fate) => fateWords(fate, now)),
  }
}
