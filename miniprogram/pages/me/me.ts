import { sentenceOf } from '../../services/cloud'
import { chooseLook, currentLook, type ElderChoice, followLook, lookChoice } from '../../services/look'
import { session } from '../../services/session'
import { type Workplace, workplacesOf } from '../../services/workplaces'

Page({
  data: {
    look: currentLook(),
    elder: 'follow' as ElderChoice,
    contrast: false,
    name: '',
    workplaces: [] as Workplace[],
    /** Who this is has been told. */
    known: false,
    /** Of a unit: its leave, and the matters of the month that it is in charge of. */
    ofUnit: false,
    trouble: '',
  },

  onShow() {
    followLook(this)
    void this.load()
  },

  async load() {
    const { elder, contrast } = lookChoice()
    try {
      const known = await session()
      this.setData({
        elder,
        contrast,
        name: known.displayName ?? '',
        workplaces: workplacesOf(known),
        known: true,
        ofUnit: known.posts.some(({ role }) => role === 'contact' || role === 'deputy'),
        trouble: '',
      })
    } catch (error) {
      this.setData({ elder, contrast, trouble: sentenceOf(error) })
    }
  },

  chooseElder(event: WechatMiniprogram.TouchEvent) {
    const { elder } = event.currentTarget.dataset as { elder: ElderChoice }
    this.setData({ look: chooseLook({ elder }), elder })
  },

  chooseContrast(event: WechatMiniprogram.SwitchChange) {
    const contrast = event.detail.value
    this.setData({ look: chooseLook({ contrast }), contrast })
  },

  open(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset as { url: string }
    void wx.navigateTo({ url })
  },

  call() {
    void wx.makePhoneCall({ phoneNumber: '12345' }).catch(() => undefined)
  },
})
