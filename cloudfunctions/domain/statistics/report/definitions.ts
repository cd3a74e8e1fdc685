import type { Profile } from '../../../../typings/contract/directory'
import type { KpiId } from '../../../../typings/contract/supervision'
import { kpis } from '../kpis'

/** What stands above and below the line; the phone says the same words (miniprogram/oversight/terms.ts). */
export const kpiDefinitions: Record<KpiId, { above: string; below: string }> = {
  acknowledgedInTime: { above: '按时签收', below: '本期应签收' },
  contactedFirst: { above: '按时先行联系', below: '本期应先行联系' },
  response: { above: '群众说联系过', below: '有效回访' },
  repliedInTime: { above: '按时答复', below: '本期到期，含超时未办的' },
  resolution: { above: '群众说解决了', below: '有效回访' },
  satisfaction: { above: '非常满意、满意各计 1，基本满意计 0.9', below: '有效回访' },
  returned: { above: '同意退回', below: '派单次数' },
  reworked: { above: '退回重办', below: '答复次数' },
  extended: { above: '同意延期', below: '派单次数' },
  hops: { above: '派单次数', below: '派出的诉求' },
  calledBack: { above: '有效回访', below: '应回访' },
  timeUsed: { above: '实际用时（分钟）', below: '承诺用时（分钟）' },
  onTheSpot: { above: '当天办结', below: '办结的诉求' },
  coTasksInTime: { above: '按时报到、反馈', below: '本期应报到的协办、吹哨' },
  whistlesAnswered: { above: '部门按时报到的吹哨', below: '本期到期的吹哨' },
}

/** How each figure is counted, as it stands in a report. */
export function definitionsFor({ score }: Pick<Profile, 'score'>): { name: string; formula: string }[] {
  return [
    ...kpis.map(({ id, name }) => ({
      name,
      formula: `${kpiDefinitions[id].above} ÷ ${kpiDefinitions[id].below}`,
    })),
    {
      name: '综合（示例口径）',
      formula: `${score.response} × 响应率 + ${score.resolution} × 解决率 + ${score.satisfaction} × 满意率`,
    },
    {
      name: '按时的算法',
      formula: '按到期的那一天算；到期没有办的，算在分母里、不算在分子里；还没到期的不算',
    },
    { name: '有效回访', formula: '群众答了的回访；不同的三天各打一次都没有接通的是无效回访，另列，不算满意' },
    { name: '剔除', formula: '有代码、批准人和依据才剔除；剔除前后都列出' },
    { name: '样本少', formula: '有效回访不到 20 的不排名；没有分母的写“—”' },
    { name: '比较', formula: '只在同类、件数相近的单位之间排名' },
  ]
}
