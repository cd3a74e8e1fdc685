import { ask, sentenceOf } from '../../services/cloud'
import type { ChosenPlace } from '../../services/draft'
import { currentLook, followLook } from '../../services/look'
import { session } from '../../services/session'
import { drawSheet, perSheet, type PaperCode, paperCodeOf } from './paper'

/** Codes made at once: two sheets. */
const codesMost = 2 * perSheet

interface Paper {
  key: string
  codes: PaperCode[]
}

/** One code per building, lamp post, grid or matter; several on a sheet to be printed and put up. */
Page({
  data: {
    look: currentLook(),
    place: null as ChosenPlace | null,
    most: codesMost,
    /** Buildings or things there, one a line. */
    lines: '',
    count: 1,
    serviceCode: '',
    papers: [] as Paper[],
    busy: false,
    saving: -1,
    problem: '',
    notice: '',
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
    if (post) await this.make(post.areaId, [''])
  },

  placed(event: WechatMiniprogram.CustomEvent<{ place: ChosenPlace }>) {
    this.setData({ place: event.detail.place, problem: '' })
  },

  typed(event: WechatMiniprogram.Input) {
    const lines = event.detail.value
    this.setData({ lines, count: Math.max(1, spotsIn(lines).length) })
  },

  chooseService(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ serviceCode: event.detail.value })
  },

  async makeAll() {
    const { place, lines } = this.data
    if (!place) return this.setData({ problem: '请先选在哪里。' })
    const spots = spotsIn(lines)
    if (spots.length > codesMost)
      return this.setData({ problem: `一次最多做 ${codesMost} 张，现在有 ${spots.length} 行。` })
    await this.make(place.areaId, spots.length > 0 ? spots : [place.address])
  },

  /** One after another: each is a picture that WeChat makes. What was made stays where a later one fails. */
  async make(areaId: string, spots: readonly string[]) {
    if (this.data.busy) return
    this.setData({ busy: true, problem: '', notice: '', papers: [] })
    const { serviceCode } = this.data
    const made: PaperCode[] = []
    try {
      for (const address of spots) {
        const asked = { areaId, ...(address && { address }), ...(serviceCode && { serviceCode }) }
        made.push(paperCodeOf(await ask('directory.code', asked)))
        this.setData({ papers: sheetsOf(made) })
      }
      this.setData({ busy: false })
    } catch (error) {
      this.setData({ busy: false, problem: sentenceOf(error) })
    }
  },

  async save(event: WechatMiniprogram.TouchEvent) {
    const { index } = event.currentTarget.dataset as { index: number }
    const codes = this.data.papers[index]?.codes
    if (!codes || this.data.saving >= 0) return
    this.setData({ saving: index, notice: '' })
    const canvas = await canvasOf(this)
    const notice = await drawSheet(canvas, codes)
    this.setData({ saving: -1, notice })
  },
})

const spotsIn = (lines: string): string[] => [
  ...new Set(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

function sheetsOf(codes: readonly PaperCode[]): Paper[] {
  const papers: Paper[] = []
  for (let from = 0; from < codes.length; from += perSheet)
    papers.push({ key: String(from), codes: codes.slice(from, from + perSheet) })
  return papers
}

const canvasOf = (page: WechatMiniprogram.Page.TrivialInstance) =>
  new Promise<WechatMiniprogram.Canvas>((resolve) => {
    page
      .createSelectorQuery()
      .select('#paper')
      .node(({ node }) => resolve(node as WechatMiniprogram.Canvas))
      .exec()
  })
