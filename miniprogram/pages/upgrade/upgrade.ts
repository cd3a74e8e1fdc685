/** For WeChat older than what this app is drawn with: nothing here may need more than the old one has. */
Page({
  data: {},
  update() {
    if (wx.canIUse('updateWeChatApp')) wx.updateWeChatApp({ fail: () => undefined })
  },
  call() {
    wx.makePhoneCall({ phoneNumber: '12345', fail: () => undefined })
  },
})
