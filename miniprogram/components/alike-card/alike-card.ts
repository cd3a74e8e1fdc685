import { give, sentenceOf } from '../../services/cloud'
import { type Alike, nothingAlike } from '../../services/alike'

/** 附近有人反映过同一件事: one tap joins it. Speaks `joined`, `leave` where the person wants to see it instead of calling. */
Component({
  properties: {
    alike: { type: Object, value: nothingAlike },
  },
  data: {
    /** Which one was joined here. */
    joined: '',
    busy: false,
    problem: '',
  },
  methods: {
    async join() {
      const { first } = this.properties.alike as Alike
      if (!first || this.data.busy) return
      this.setData({ busy: true, problem: '' })
      try {
        await give('tickets.coSign', { ticketId: first.ticketId }, 0)
        this.setData({ busy: false, joined: first.ticketId })
        this.triggerEvent('joined', { ticketId: first.ticketId })
      } catch (error) {
        this.setData({ busy: false, problem: sentenceOf(error) })
      }
    },
    leave() {
      const { first } = this.properties.alike as Alike
      if (first) this.triggerEvent('leave', { ticketId: first.ticketId, own: first.own })
    },
  },
})
