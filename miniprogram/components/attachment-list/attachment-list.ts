import type { Attachment } from '../../../typings/contract/ticket'

interface Shown {
  fileId: string
  type: Attachment['type']
  url: string
  point?: Attachment['point']
}

/** Photos, films and recordings of a ticket; their addresses expire, so they are asked for when they are shown. */
Component({
  properties: {
    attachments: { type: Array, value: [] as Attachment[] },
  },
  data: { shown: [] as Shown[], playing: '' },
  observers: {
    attachments(attachments: Attachment[]) {
      if (attachments.length > 0) void this.resolve(attachments)
    },
  },
  methods: {
    async resolve(attachments: Attachment[]) {
      const fileList = attachments.map(({ fileId }) => fileId)
      const answer = await wx.cloud.getTempFileURL({ fileList }).catch(() => ({ fileList: [] }))
      const urls = new Map(answer.fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
      this.setData({
        shown: attachments.map(({ fileId, type, point }) => ({
          fileId,
          type,
          url: urls.get(fileId) ?? '',
          ...(point && { point }),
        })),
      })
    },
    look(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      const photos = this.data.shown.filter(({ type, url: address }) => type === 'photo' && address)
      if (url) void wx.previewImage({ current: url, urls: photos.map((photo) => photo.url) })
    },
    locate(event: WechatMiniprogram.TouchEvent) {
      const { point } = event.currentTarget.dataset as { point: NonNullable<Attachment['point']> }
      void wx.openLocation({ ...point, name: '照片拍摄的地方' })
    },
    watch(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      void wx.previewMedia({ sources: [{ url, type: 'video' }] })
    },
    listen(event: WechatMiniprogram.TouchEvent) {
      const { url } = event.currentTarget.dataset as { url: string }
      if (!url) return
      const player = wx.createInnerAudioContext()
      player.src = url
      player.onEnded(() => player.destroy())
      player.play()
    },
  },
})
