import type { SimilarItem } from '../../../../typings/contract/similar'
import { statusTerms } from '../../../labels'
import { ask, CallFailure } from '../../../services/cloud'
import { dayWords } from '../../../services/people-time'
import type { Heard } from '../../heard'

interface Twin {
  ticketId: string
  title: string
  line: string
  why: string
  repeat: boolean
}

/** Alarms, what it may be about, and others that say the same. Speaks `send` with a serviceCode and `join` with a ticketId. */
Component({
  properties: {
    heard: { type: Object, value: null as Heard | null },
    /** What stands first on the page, or what follows the caller's words. */
    part: { type: String, value: 'hints' },
    busy: { type: Boolean, value: false },
    /** Chosen by a key of a computer, not yet sent. */
    chosen: { type: String, value: '' },
  },
  data: { twins: [] as Twin[], askedFor: '', joining: '' },
  observers: {
    heard(heard: Heard | null) {
      if (this.properties.part !== 'hints') return
      if (heard?.mayJoin && heard.ticketId !== this.data.askedFor) void this.look(heard.ticketId)
      else if (!heard?.mayJoin && this.data.twins.length > 0) this.setData({ twins: [] })
    },
  },
  methods: {
    /** A hint: where it can't be had, the page goes without. */
    async look(ticketId: string) {
      this.setData({ askedFor: ticketId })
      try {
        const { items } = await ask('tickets.similar', { ticketId })
        this.setData({ twins: items.map(twinOf) })
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error
      }
    },
    send(event: WechatMiniprogram.TouchEvent) {
      const { code } = event.currentTarget.dataset as { code: string }
      if (!this.properties.busy) this.triggerEvent('send', { serviceCode: code })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      void wx.navigateTo({ url: `/staff/ticket/ticket?ticketId=${id}` })
    },
    /** Joined for good: the first tap asks, the second does it. */
    join(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      if (this.data.joining === id) this.triggerEvent('join', { ticketId: id })
      this.setData({ joining: this.data.joining === id ? '' : id })
    },
  },
})

const twinOf = ({
  ticketId,
  title,
  number,
  place,
  status,
  coSigners,
  since,
  why,
  repeat,
}: SimilarItem): Twin => ({
  ticketId,
  title,
  line: [
    number,
    place,
    statusTerms[status],
    `${dayWords(since)}提交`,
    coSigners > 0 ? `${coSigners} 人也遇到` : '',
  ]
    .filter(Boolean)
    .join(' · '),
  why: why.join('，'),
  repeat,
})
