import { currentLook, followLook } from '../../services/look'

Page({
  data: { look: currentLook() },
  onShow() {
    followLook(this)
  },
  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },
  guide() {
    wx.openPrivacyContract({ fail: () => undefined })
  },
})
