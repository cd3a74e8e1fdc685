/** From when to when: ready spans and any two days. Speaks `choose` with `{from, to}`; both empty for the present period. */
Component({
  properties: {
    from: { type: String, value: '' },
    to: { type: String, value: '' },
    /** First day of the present assessment period, as the last answer said it. */
    periodFrom: { type: String, value: '' },
  },
  data: { kind: 'period' as Kind },
  observers: {
    'from, to'(from: string, to: string) {
      if (from && to) this.setData({ kind: kindOf(from, to) })
    },
  },
  methods: {
    ready(event: WechatMiniprogram.TouchEvent) {
      const { kind } = event.currentTarget.dataset as { kind: Kind }
      this.setData({ kind })
      if (kind === 'period') this.triggerEvent('choose', { from: '', to: '' })
      if (kind === 'last') {
        // A period before the present one ends on the day before it and is a month long.
        const { periodFrom } = this.properties
        if (periodFrom)
          this.triggerEvent('choose', { from: monthBefore(periodFrom), to: dayAfter(periodFrom, -1) })
      }
      if (kind === 'month' || kind === 'year') {
        const today = todayOf(Date.now())
        this.triggerEvent('choose', { from: dayAfter(today, kind === 'month' ? -29 : -364), to: today })
      }
    },
    pickFrom(event: WechatMiniprogram.PickerChange) {
      const from = String(event.detail.value)
      const { to } = this.properties
      this.triggerEvent('choose', { from, to: to && to > from ? to : from })
    },
    pickTo(event: WechatMiniprogram.PickerChange) {
      const to = String(event.detail.value)
      const { from } = this.properties
      this.triggerEvent('choose', { from: from && from < to ? from : to, to })
    },
  },
})

type Kind = 'period' | 'last' | 'month' | 'year' | 'days'

const DAY = 86_400_000

/** In the district's own time. */
const todayOf = (now: number) => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

function monthBefore(date: string): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 2
  const month = String((months % 12) + 1).padStart(2, '0')
  return `${Math.floor(months / 12)}-${month}${date.slice(7)}`
}

function kindOf(from: string, to: string): Kind {
  const today = todayOf(Date.now())
  if (to === today && from === dayAfter(today, -29)) return 'month'
  if (to === today && from === dayAfter(today, -364)) return 'year'
  return 'days'
}
