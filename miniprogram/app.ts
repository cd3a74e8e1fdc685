import { isTooOld } from './services/base-library'
import { watchNetwork } from './services/network'
import { flush, watchOutbox } from './services/outbox'

App({
  onLaunch() {
    if (isTooOld()) {
      void wx.reLaunch({ url: '/pages/upgrade/upgrade' })
      return
    }
    wx.cloud.init()
    watchNetwork()
    watchOutbox()
  },
  onShow() {
    if (!isTooOld()) void flush()
  },
})
