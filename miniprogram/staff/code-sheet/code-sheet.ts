import type { PrintedCode } from '../../../typings/contract/printed-code'
import { ask, sentenceOf } from '../../services/cloud'
import type { ChosenPlace } from '../../services/draft'
import { currentLook, followLook } from '../../services/look'
import { session } from '../../services/session'

interface Sheet {
  image: string
  title: string
}

/** One code per building, grid or community, on a sheet to be printed and put up. */
Page({
  data: {
    look: currentLook(),
    place: null as ChosenPlace | null,
    sheet: null as Sheet | null,
    busy: false,
    problem: '',
  },

  onLoad() {
    void this.startAtOwnGrid()
  },

  onShow() {
    followLook(this)
  },

  /** A grid worker prints for their own grid first. */
  async startAtOwnGrid() {
    const known = await session().catch((error: unknown) => void sentenceOf(error))
    const post = known?.posts.find(({ role }) => role === 'gridWorker')
    if (post) await this.make(post.areaId)
  },

  async placed(event: WechatMiniprogram.CustomEvent<{ place: ChosenPlace }>) {
    const { place } = event.detail
    const moved = place.areaId !== this.data.place?.areaId
    this.setData({ place })
    if (moved) await this.make(place.areaId)
  },

  async make(areaId: string) {
    this.setData({ busy: true, problem: '' })
    try {
      const made = await ask('directory.code', { areaId })
      this.setData({ busy: false, sheet: sheetOf(made) })
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },
})

const sheetOf = ({ image, place, service }: PrintedCode): Sheet => ({
  image: `data:image/png;base64,${image}`,
  title: [place?.words, service?.name].filter(Boolean).join(' · '),
})
