import { currentLook, followLook } from '../../services/look'

Page({
  data: { look: currentLook() },
  onShow() {
    followLook(this)
  },
  guide() {
    wx.openPrivacyContract({ fail: () => undefined })
  },
})
