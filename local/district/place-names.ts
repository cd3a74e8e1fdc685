const villageStarts = '桐枫桂松柏樟柳梅竹兰荷菱稻麦茶橘枣榆槐桑石岩龙凤鹿鹤燕雁泉月星霞云岚'
const villageEnds = '溪坪塘岭湾桥'
const neighbourhoodStarts = '锦安和瑞文德惠康泰宁嘉雅润祥怡清朗景华新'
const neighbourhoodEnds = '园苑里庭'

/** Invented names that sound of the place: what grows or stands there, and the lie of the land. 117 villages differ. */
export const villageName = (index: number) => joined(villageStarts, villageEnds, index)

/** 78 communities differ. */
export const neighbourhoodName = (index: number) => joined(neighbourhoodStarts, neighbourhoodEnds, index)

/** Walks the starts; each round of them shifts the ends by one, so that neighbours don't rhyme and no pair repeats. */
function joined(starts: string, ends: string, index: number): string {
  const round = Math.floor(index / starts.length)
  return `${starts[index % starts.length]}${ends[(index + round) % ends.length]}`
}

/** Names that a caller can say without a map: of the whole community, then of its first and second grid. */
const landmarks = {
  社区: [
    ['便民服务站', '卫生服务站', '小学', '文化广场'],
    ['东门公交站', '农贸市场', '一期 1 至 8 栋'],
    ['西门公交站', '老年活动中心', '二期 9 至 16 栋'],
  ],
  村: [
    ['村部', '卫生室', '完小', '文化广场'],
    ['老祠堂', '东头水井', '一至六组'],
    ['水库坝口', '西头晒谷坪', '七至十二组'],
  ],
} as const

export type CommunityStyle = keyof typeof landmarks

export const landmarksOf = (placeName: string, style: CommunityStyle, part: 0 | 1 | 2): string[] =>
  landmarks[style][part].map((landmark) => `${placeName}${landmark}`)
