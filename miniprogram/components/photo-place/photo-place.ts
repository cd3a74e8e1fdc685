import type { KeptFile } from '../../services/draft'

/** 保留照片里的拍摄地点: off by itself. Speaks `change` with `on` and the files; turned off, what was read is forgotten at once. */
Component({
  properties: {
    files: { type: Array, value: [] as KeptFile[] },
    on: { type: Boolean, value: false },
  },
  methods: {
    choose({ detail: { on } }: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
      const files = this.properties.files as KeptFile[]
      this.triggerEvent('change', {
        on,
        files: on ? files : files.map(({ path, type }) => ({ path, type })),
      })
    },
  },
})
