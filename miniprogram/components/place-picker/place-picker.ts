import type { Area } from '../../../typings/contract/directory'
import { ask, sentenceOf } from '../../services/cloud'
import type { ChosenPlace } from '../../services/draft'

interface Choice {
  areaId: string
  name: string
  /** A landmark is a place without anything below it. */
  landmark: boolean
}

/** A place without a map: street, then community or village, then grid or landmark; a word more can be typed. */
Component({
  properties: {
    place: { type: Object, value: null as ChosenPlace | null },
  },
  data: {
    choosing: false,
    /** What was chosen so far, from the street down. */
    trail: [] as Choice[],
    choices: [] as Choice[],
    state: 'ready' as 'loading' | 'ready' | 'error',
    trouble: '',
  },
  methods: {
    async start() {
      await this.step([])
    },
    async choose(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      const choice = this.data.choices[index]
      if (!choice) return
      const trail = [...this.data.trail, choice]
      if (choice.landmark || trail.length === levels) return this.finish(trail)
      await this.step(trail)
    },
    async back(event: WechatMiniprogram.TouchEvent) {
      const { depth } = event.currentTarget.dataset as { depth: number }
      await this.step(this.data.trail.slice(0, depth))
    },
    async again() {
      await this.step(this.data.trail)
    },
    /** The community itself is enough: not everybody knows their grid. */
    enough() {
      this.finish(this.data.trail)
    },
    async step(trail: Choice[]) {
      this.setData({ choosing: true, trail, choices: [], state: 'loading' })
      const parent = trail[trail.length - 1]
      try {
        const { areas } = await ask('directory.areas', parent ? { parentId: parent.areaId } : {})
        this.setData({ choices: choicesAmong(areas), state: 'ready' })
      } catch (error) {
        this.setData({ state: 'error', trouble: sentenceOf(error) })
      }
    },
    finish(trail: Choice[]) {
      const last = trail[trail.length - 1]
      if (!last) return
      const areas = trail.filter(({ landmark }) => !landmark)
      const place: ChosenPlace = {
        areaId: last.areaId,
        words: areas
          .slice(0, communityDepth)
          .map(({ name }) => name)
          .join(' '),
        address: last.landmark ? last.name : '',
      }
      this.setData({ choosing: false })
      this.triggerEvent('change', { place })
    },
    address(event: WechatMiniprogram.Input) {
      const place = this.properties.place as ChosenPlace | null
      if (place) this.triggerEvent('change', { place: { ...place, address: event.detail.value } })
    },
  },
})

/** Street, community, grid. */
const levels = 3
const communityDepth = 2

function choicesAmong(areas: readonly Area[]): Choice[] {
  const places = areas.map(({ _id, name }) => ({ areaId: _id, name, landmark: false }))
  const landmarks = areas
    .filter(({ level }) => level === 'grid')
    .flatMap((area) => (area.landmarks ?? []).map((name) => ({ areaId: area._id, name, landmark: true })))
  return [...landmarks, ...places]
}
