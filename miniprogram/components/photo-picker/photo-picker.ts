import type { KeptFile } from '../../services/draft'
import { choosePhotos, forgetFile } from '../../services/photos'

/** Photos and films on the phone, chosen, shown and taken away again. Speaks `change` with all files. */
Component({
  properties: {
    files: { type: Array, value: [] as KeptFile[] },
    most: { type: Number, value: 9 },
    /** Whether the place that the camera wrote into a photo is to be kept. */
    withPlace: { type: Boolean, value: false },
  },
  data: { problem: '' },
  methods: {
    async add() {
      const files = this.properties.files as KeptFile[]
      const { kept, problem } = await choosePhotos(
        this.properties.most - files.length,
        this.properties.withPlace,
      )
      if (problem !== this.data.problem) this.setData({ problem })
      if (kept.length > 0) this.triggerEvent('change', { files: [...files, ...kept] })
    },
    async remove(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      const files = this.properties.files as KeptFile[]
      const gone = files[index]
      this.triggerEvent('change', { files: files.filter((_, at) => at !== index) })
      if (gone) forgetFile(gone)
    },
    look(event: WechatMiniprogram.TouchEvent) {
      const { path } = event.currentTarget.dataset as { path: string }
      const urls = (this.properties.files as KeptFile[]).filter(({ type }) => type === 'photo')
      void wx.previewImage({ current: path, urls: urls.map((file) => file.path) })
    },
    watch(event: WechatMiniprogram.TouchEvent) {
      const { path } = event.currentTarget.dataset as { path: string }
      void wx.previewMedia({ sources: [{ url: path, type: 'video' }] })
    },
  },
})
