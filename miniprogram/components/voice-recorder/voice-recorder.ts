import { keepFile } from '../../services/photos'

/** Longest recording, ms. */
const longest = 60_000

/** One tap starts, one tap ends. Speaks `recorded` with the kept file. */
Component({
  properties: { says: { type: String, value: '不方便打字？点这里说' } },
  data: { recording: false, problem: '' },
  lifetimes: {
    attached() {
      const recorder = wx.getRecorderManager()
      recorder.onStart(() => this.setData({ recording: true, problem: '' }))
      recorder.onError(() =>
        this.setData({ recording: false, problem: '没有录上。请允许使用麦克风，或者直接打字。' }),
      )
      recorder.onStop(({ tempFilePath }) => {
        if (!this.data.recording) return
        this.setData({ recording: false })
        void keepFile(tempFilePath, 'voice').then((file) => this.triggerEvent('recorded', { file }))
      })
    },
  },
  methods: {
    toggle() {
      const recorder = wx.getRecorderManager()
      if (this.data.recording) recorder.stop()
      else recorder.start({ duration: longest, format: 'mp3' })
    },
  },
})
