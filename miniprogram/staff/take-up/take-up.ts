import { ask, sentenceOf } from '../../services/cloud'
import { currentLook, followLook } from '../../services/look'

/** 凭上岗码上岗: whoever was given a code by an admin holds the post from here on. */
Page({
  data: {
    look: currentLook(),
    code: '',
    busy: false,
    problem: '',
    done: '',
  },

  onShow() {
    followLook(this)
  },

  type(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value, problem: '' })
  },

  async takeUp() {
    const code = this.data.code.trim()
    if (this.data.busy) return
    if (!code) return this.setData({ problem: '请输入管理员给您的上岗码。' })
    this.setData({ busy: true, problem: '' })
    try {
      const { title, departmentName } = await ask('directory.takeUp', { code })
      this.setData({ busy: false, done: `您已上岗：${departmentName}${title}。` })
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },

  toMe() {
    void wx.switchTab({ url: '/pages/me/me' })
  },
})
