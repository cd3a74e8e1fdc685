import { keepValues, keptValues } from '../../sheet-draft'
import type { Field, Values } from '../../steps/step'

/** A short sheet for one step: what follows from it, what it asks for, one button. Speaks `done` with the values, `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    follows: { type: String, value: '' },
    fields: { type: Array, value: [] as Field[] },
    /** Class of the page's look: a sheet stands outside the page's own box. */
    look: { type: String, value: '' },
    /** The ticket looked at: never found by its own sheet. */
    except: { type: String, value: '' },
    /** Name of the step: what is written for it is kept until it is done. */
    step: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: {
    paper: '',
    values: {} as Record<string, string>,
    /** Given, and not refused: the next opening is a new paper. */
    given: false,
    lacking: '',
    tomorrow: '',
  },
  observers: {
    // Another step is another paper; the same one keeps what was written on it.
    'except, step'(ticketId: string, step: string) {
      const paper = `${ticketId}:${step}`
      if (!ticketId || !step || paper === this.data.paper) return
      const values = { ...keptValues(ticketId, step) }
      this.setData({ paper, values, given: false, lacking: '', tomorrow: tomorrowOf(Date.now()) })
    },
    show(show: boolean) {
      if (show && this.data.given) this.setData({ values: {}, given: false, lacking: '' })
    },
    problem(problem: string) {
      if (problem) this.setData({ given: false })
    },
  },
  methods: {
    typed(event: WechatMiniprogram.Input) {
      const { key } = event.currentTarget.dataset as { key: string }
      this.put(key, event.detail.value)
    },
    pick(event: WechatMiniprogram.TouchEvent) {
      const { key, value } = event.currentTarget.dataset as { key: string; value: string }
      this.put(key, value)
    },
    /** By a digit of a computer's keyboard: of the first choice still to be made, or else of the last one made. */
    chooseNth(nth: number) {
      const asked = (this.properties.fields as Field[]).filter(
        (field) => field.kind === 'choice' && isAsked(field, this.data.values),
      )
      const field = asked.find(({ key }) => !this.data.values[key]) ?? asked[asked.length - 1]
      const option = field?.kind === 'choice' ? field.options[nth] : undefined
      if (field && option) this.put(field.key, option.value)
    },
    addWords(event: WechatMiniprogram.TouchEvent) {
      const { key, words } = event.currentTarget.dataset as { key: string; words: string }
      const written = this.data.values[key] ?? ''
      this.put(key, written ? `${written}，${words}` : words)
    },
    chosen(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { key } = event.currentTarget.dataset as { key: string }
      this.put(key, event.detail.value)
    },
    put(key: string, value: string) {
      const values = { ...this.data.values, [key]: value }
      this.setData({ values, lacking: '' })
      const { except, step, fields } = this.properties
      if (except && step) keepValues(except, step, fields as Field[], values)
    },
    done() {
      const fields = (this.properties.fields as Field[]).filter((field) => isAsked(field, this.data.values))
      const lacking = fields.map((field) => problemOf(field, this.data.values)).find(Boolean)
      if (lacking) {
        this.setData({ lacking })
        return
      }
      const values = Object.fromEntries(fields.map(({ key }) => [key, (this.data.values[key] ?? '').trim()]))
      this.setData({ given: true })
      this.triggerEvent('done', { values })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})

const isAsked = ({ when }: Field, values: Values) => !when || values[when.key] === when.is

function problemOf(field: Field, values: Values): string {
  const value = (values[field.key] ?? '').trim()
  if (!value) return field.optional ? '' : `还差一项：${field.label}。`
  if (field.kind === 'text' && value.length > field.most)
    return `“${field.label}”太长了，请删掉 ${value.length - field.most} 个字。已写的内容都在。`
  if (field.kind === 'text' && field.number && !(Number(value) > 0))
    return `“${field.label}”要写数字，例如 20000。`
  return ''
}

/** In the district's own time, 'YYYY-MM-DD'. */
const tomorrowOf = (now: number) => new Date(now + 32 * 3_600_000).toISOString().slice(0, 10)
