import { ask, sentenceOf } from '../../services/cloud'

interface Unit {
  departmentId: string
  name: string
}

/** 举报哪个单位: so that it never gets the call. Speaks `change` with the unit, or nothing. */
Component({
  properties: {
    unit: { type: Object, value: null as Unit | null },
  },
  data: { units: [] as Unit[], trouble: '' },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    async load() {
      try {
        const { departments } = await ask('directory.departments', {})
        const units = departments.map(({ _id, name }) => ({ departmentId: _id, name }))
        this.setData({ units, trouble: '' })
      } catch (error) {
        this.setData({ trouble: sentenceOf(error) })
      }
    },
    chosen(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { unit: this.data.units[Number(event.detail.value)] })
    },
    clear() {
      this.triggerEvent('change', {})
    },
  },
})
