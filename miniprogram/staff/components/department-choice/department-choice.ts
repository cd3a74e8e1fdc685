import type { Department } from '../../../../typings/contract/directory'
import { ask, sentenceOf } from '../../../services/cloud'

interface Choice {
  departmentId: string
  name: string
}

/** As many as fit above a keyboard; the rest is found by typing. */
const shownMost = 6

let known: Promise<readonly Department[]> | undefined

/** Asked once a launch; a failure is forgotten, so that the next look asks again. */
function departments(): Promise<readonly Department[]> {
  known ??= ask('directory.departments', {}).then(
    (answer) => answer.departments,
    (error: unknown) => {
      known = undefined
      throw error
    },
  )
  return known
}

/** A unit, found by some characters of its name. Speaks `choose` with its id. */
Component({
  properties: {
    value: { type: String, value: '' },
  },
  data: { typed: '', chosen: '', found: [] as Choice[], trouble: '' },
  methods: {
    type(event: WechatMiniprogram.Input) {
      void this.find(event.detail.value)
    },
    async find(typed: string) {
      try {
        const all = await departments()
        const found = all
          .filter(
            ({ name, shortName }) => typed !== '' && (name.includes(typed) || shortName.includes(typed)),
          )
          .slice(0, shownMost)
          .map(({ _id, shortName }) => ({ departmentId: _id, name: shortName }))
        this.setData({
          typed,
          found,
          trouble: typed && found.length === 0 ? '没有这个单位，换几个字试试。' : '',
        })
      } catch (error) {
        this.setData({ typed, trouble: sentenceOf(error) })
      }
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { departmentId, name } = event.currentTarget.dataset as unknown as Choice
      this.setData({ chosen: name })
      this.triggerEvent('choose', { departmentId })
    },
    again() {
      this.setData({ chosen: '' })
      this.triggerEvent('choose', { departmentId: '' })
    },
  },
})
