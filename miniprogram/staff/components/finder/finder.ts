import { sentenceOf } from '../../../services/cloud'
import { type Findable, type Found, hints, sources } from './sources'

/** Finds one thing, or `several`, by some characters of its name. Speaks `choose` with the values, joined by commas. */
Component({
  properties: {
    what: { type: String, value: 'department' },
    several: { type: Boolean, value: false },
    value: { type: String, value: '' },
    /** Never offered: the thing that is looked at. */
    except: { type: String, value: '' },
  },
  data: { typed: '', chosen: [] as Found[], found: [] as Found[], trouble: '', hint: '' },
  lifetimes: {
    attached() {
      this.setData({ hint: hints[this.properties.what as Findable].ask })
      if (this.properties.what === 'colleague') void this.find('')
    },
  },
  observers: {
    // The sheet was begun anew.
    value(value: string) {
      if (value === '' && this.data.chosen.length > 0) this.setData({ chosen: [], typed: '', found: [] })
    },
  },
  methods: {
    type(event: WechatMiniprogram.Input) {
      void this.find(event.detail.value)
    },
    async find(typed: string) {
      const what = this.properties.what as Findable
      this.setData({ typed })
      try {
        const asks = typed.trim() !== '' || what === 'colleague'
        const all = asks ? await sources[what](typed.trim(), this.properties.except) : []
        if (this.data.typed !== typed) return
        const taken = new Set([this.properties.except, ...this.data.chosen.map(({ value }) => value)])
        const found = all.filter(({ value }) => !taken.has(value))
        this.setData({ found, trouble: typed.trim() && all.length === 0 ? hints[what].none : '' })
      } catch (error) {
        this.setData({ trouble: sentenceOf(error) })
      }
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      const one = this.data.found[index]
      if (one) this.put(this.properties.several ? [...this.data.chosen, one] : [one])
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      const { value } = event.currentTarget.dataset as { value: string }
      this.put(this.data.chosen.filter((one) => one.value !== value))
    },
    put(chosen: Found[]) {
      this.setData({ chosen, typed: '', found: [], trouble: '' })
      if (this.properties.what === 'colleague') void this.find('')
      this.triggerEvent('choose', { value: chosen.map(({ value }) => value).join(',') })
    },
  },
})
