import { shuffler } from '../../../local/brains/linear-svm'
import type { MessageRow } from '../../../local/brains/labelled-rows'

/** Three matters that share their words of courtesy and their places. Invented by us. */
const matters = {
  道路: ['路灯坏了', '路面塌了一块', '红绿灯不亮', '人行道坑坑洼洼', '井盖松动', '道路积水'],
  学校: ['学位不够', '食堂饭菜太贵', '老师补课收费', '幼儿园报名', '校车超载', '课后托管'],
  工资: ['拖欠工资三个月', '社保没有缴', '加班没有加班费', '劳动合同不给签', '工伤不认定', '辞退没有补偿'],
} as const
const places = ['春晓花园', '东风大道', '云梦家园', '湖滨新村', '长江路', '光明小区']
const courtesies = ['您好', '尊敬的领导', '请有关部门看看', '多次反映没有结果', '谢谢', '希望尽快解决']

export const inventedLabels = Object.keys(matters)

export function inventedMessages(count: number, seed = 3): MessageRow[] {
  const random = shuffler(seed)
  const any = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  return Array.from({ length: count }, (_, n) => {
    const label = inventedLabels[n % inventedLabels.length]! as keyof typeof matters
    const [one, other] = [any(matters[label]), any(matters[label])]
    return {
      id: `m${n}`,
      subject: `${any(places)}${one}`,
      detail: `${any(courtesies)}，我住在${any(places)}，${one}，还有${other}，${any(courtesies)}。`,
      label,
      columns: {},
    }
  })
}
