import { type Choice, everything, type Narrowing } from '../../narrowing'

const onlies = [
  { value: 'all', words: '全部' },
  { value: 'overdue', words: '已超时' },
  { value: 'today', words: '今天到期' },
  { value: 'unread', words: '有新进展' },
] as const satisfies readonly { value: Narrowing['only']; words: string }[]

/** Search and filters above a list of work. Speaks `narrow` with the whole wish. */
Component({
  properties: {
    wish: { type: Object, value: everything },
    services: { type: Array, value: [] as Choice[] },
    streets: { type: Array, value: [] as Choice[] },
    /** Counts up: the keys of a computer ask for the field. */
    asked: { type: Number, value: 0 },
  },
  data: {
    focused: false,
    onlies,
    typed: '',
    /** What was searched for last; where the page drops it, the field is emptied too. */
    sought: '',
    service: '',
    street: '',
    serviceNames: ['全部类别'],
    streetNames: ['全部街道'],
  },
  observers: {
    asked(asked: number) {
      if (asked > 0) this.setData({ focused: true })
    },
    'wish.text'(text: string) {
      if (text === this.data.sought) return
      this.setData({ sought: text, ...(text === '' && { typed: '' }) })
    },
    services(services: Choice[]) {
      this.setData({ serviceNames: ['全部类别', ...services.map(({ words }) => words)] })
    },
    streets(streets: Choice[]) {
      this.setData({ streetNames: ['全部街道', ...streets.map(({ words }) => words)] })
    },
  },
  methods: {
    type(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value })
      if (event.detail.value === '') this.put({ text: '' })
    },
    blurred() {
      this.setData({ focused: false })
    },
    search() {
      this.put({ text: this.data.typed.trim() })
    },
    clear() {
      this.setData({ typed: '' })
      this.put({ text: '' })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { only } = event.currentTarget.dataset as { only: Narrowing['only'] }
      this.put({ only })
    },
    pickService(event: WechatMiniprogram.PickerChange) {
      const chosen = (this.properties.services as Choice[])[Number(event.detail.value) - 1]
      this.setData({ service: chosen?.words ?? '' })
      this.put({ serviceCode: chosen?.value ?? '' })
    },
    pickStreet(event: WechatMiniprogram.PickerChange) {
      const chosen = (this.properties.streets as Choice[])[Number(event.detail.value) - 1]
      this.setData({ street: chosen?.words ?? '' })
      this.put({ areaId: chosen?.value ?? '' })
    },
    put(part: Partial<Narrowing>) {
      const wish = this.properties.wish as Narrowing
      const changed = { ...wish, ...part }
      if (JSON.stringify(changed) !== JSON.stringify(wish)) this.triggerEvent('narrow', { wish: changed })
    },
  },
})
