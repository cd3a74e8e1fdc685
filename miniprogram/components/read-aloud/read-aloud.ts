import { maySpeak, spoken } from '../../services/speech'

/** Only one voice at a time, on whichever page it began. */
let player: WechatMiniprogram.InnerAudioContext | undefined

function hush() {
  player?.stop()
  player?.destroy()
  player = undefined
}

/** 读给我听: reads its words, and stops at the next tap. Not there where WeChat can't read. */
Component({
  properties: {
    words: { type: String, value: '' },
    says: { type: String, value: '读给我听' },
  },
  data: { able: maySpeak(), state: 'silent' as 'silent' | 'preparing' | 'reading', problem: '' },
  lifetimes: {
    detached() {
      if (this.data.state !== 'silent') hush()
    },
  },
  pageLifetimes: {
    hide() {
      if (this.data.state === 'silent') return
      hush()
      this.setData({ state: 'silent' })
    },
  },
  methods: {
    async toggle() {
      if (this.data.state !== 'silent') {
        hush()
        this.setData({ state: 'silent' })
        return
      }
      this.setData({ state: 'preparing', problem: '' })
      const isWanted = () => this.data.state === 'preparing'
      const file = await spoken(this.properties.words)
      // Tapped again meanwhile: they changed their mind.
      if (!isWanted()) return
      if (file === undefined) {
        this.setData({ state: 'silent', problem: '现在读不出来，请过一会儿再试。' })
        return
      }
      hush()
      const context = wx.createInnerAudioContext()
      player = context
      const done = (problem: string) => {
        if (player === context) hush()
        this.setData({ state: 'silent', problem })
      }
      context.onEnded(() => done(''))
      context.onError(() => done('现在读不出来，请过一会儿再试。'))
      context.src = file
      context.play()
      this.setData({ state: 'reading' })
    },
  },
})
