import type { Area } from '../../../typings/contract/directory'
import { ask, sentenceOf } from '../../services/cloud'
import type { ChosenPlace } from '../../services/draft'
import { type NearPlace, placesHere } from '../../services/whereabouts'

interface Choice {
  areaId: string
  name: string
  /** A landmark is a place without anything below it. */
  landmark: boolean
}

/** A place without a map: here, by its name, by the code on a wall, or street, then community or village, then grid or landmark. */
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
    /** What was typed to find a place, and what is called so. */
    typed: '',
    found: [] as { said: string; place: ChosenPlace }[],
    /** Why one of the quick ways led nowhere. */
    wayTrouble: '',
    locating: false,
    near: [] as NearPlace[],
  },
  methods: {
    async start() {
      this.setData({ near: [], wayTrouble: '' })
      await this.step([])
    },
    /** Asked for by this tap only, and proposed only: the slow ways are open below. */
    async here() {
      if (this.data.locating) return
      this.setData({ locating: true, near: [], wayTrouble: '' })
      const [{ near, trouble }] = await Promise.all([
        placesHere(),
        this.data.choosing ? undefined : this.step([]),
      ])
      this.setData({ locating: false, near, wayTrouble: trouble })
    },
    confirm(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      const one = this.data.near[index]
      if (one) this.settle(one.place)
    },
    type(event: WechatMiniprogram.Input) {
      const typed = event.detail.value.trim()
      this.setData({ typed, ...(!typed && { found: [] }) })
      clearTimeout(looking)
      if (typed) looking = setTimeout(() => void this.find(typed), pause)
    },
    async find(typed: string) {
      try {
        const { places } = await ask('directory.places', { text: typed })
        if (this.data.typed === typed) {
          const found = places.map((place) => ({ said: `${place.words} ${place.address}`.trim(), place }))
          this.setData({ found, wayTrouble: found.length > 0 ? '' : noneSo })
        }
      } catch (error) {
        this.setData({ wayTrouble: sentenceOf(error) })
      }
    },
    chooseFound(event: WechatMiniprogram.TouchEvent) {
      const { index } = event.currentTarget.dataset as { index: number }
      const one = this.data.found[index]
      if (one) this.settle(one.place)
    },
    /** The code on a wall says where it hangs. */
    async scan() {
      const scanned = await wx.scanCode({}).catch(() => undefined)
      if (!scanned) return
      const scene = /[?&]scene=([^&]+)/.exec((scanned as { path?: string }).path ?? '')?.[1]
      if (!scene) return this.setData({ wayTrouble: notOurs })
      try {
        const { place } = await ask('directory.prefill', { scene: decodeURIComponent(scene) })
        if (place) this.settle({ address: '', ...place })
        else this.setData({ wayTrouble: moved })
      } catch (error) {
        this.setData({ wayTrouble: sentenceOf(error) })
      }
    },
    settle(place: ChosenPlace) {
      this.setData({ choosing: false, typed: '', found: [], near: [], wayTrouble: '' })
      this.triggerEvent('change', { place })
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
      this.settle(place)
    },
    address(event: WechatMiniprogram.Input) {
      const place = this.properties.place as ChosenPlace | null
      if (place) this.triggerEvent('change', { place: { ...place, address: event.detail.value } })
    },
  },
})

/** ms without a key before it is looked for. */
const pause = 300
let looking = 0

const noneSo = '没有找到叫这个名字的地方，换几个字，或者在下面一级一级选。'
const notOurs = '这不是民呼我应的码。请对准墙上的小程序码再扫一次，或者在下面选。'
const moved = '这张码上写的地方已经调整了，请在下面选。'

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
