import { ask } from '../../../services/cloud'

/** On the desk: that somebody could not be reached. Draws nothing where everybody is. */
Component({
  data: { words: '' },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  pageLifetimes: {
    show() {
      void this.load()
    },
  },
  methods: {
    /** The desk is whole without it. */
    async load() {
      const reach = await ask('tickets.reach', {}).catch(() => undefined)
      if (!reach) return
      const { phoneTasks, secondCalls, unreachable } = reach
      const now = Date.now()
      const due = secondCalls.filter(({ callAt, forAnother }) => callAt <= now && !forAnother).length
      const words = [
        phoneTasks.length > 0 ? `${phoneTasks.length} 个电话要打` : '',
        due > 0 ? `${due} 件要二次回访` : '',
        unreachable.length > 0 ? `${unreachable.length} 个单位无人在岗` : '',
      ]
      this.setData({ words: words.filter(Boolean).join('，') })
    },
    open() {
      void wx.navigateTo({ url: '/staff/reach/reach' })
    },
  },
})
