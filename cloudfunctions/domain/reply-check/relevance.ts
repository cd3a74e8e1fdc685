import type { Asked } from './check-reply'

const subjectTimes = 3
/** The matter is named at the beginning. In characters. */
const detailRead = 200

/** Two-character runs that any message has; they tell nothing about the matter. */
const common = new Set(
  '您好 你好 我们 领导 请问 尊敬 敬的 的领 反映 问题 情况 希望 投诉 咨询 建议 请求 举报 关于 解决 有关 相关 部门 政府 没有 可以 是否 什么 怎么 时候 现在 谢谢 感谢 一个 不能 已经 因为 所以 为什 么时 处理 回复 答复 留言 网友 单位 工作 办理 进行 市民 群众 要求 多次 一直 至今'.split(
    ' ',
  ),
)

/**
 * How much of what was asked is spoken of: the share of the message's two-character runs (the subject's thrice) that the
 * reply has. Words, not meaning: a reply may be right without it, so it is advice.
 */
export function relevance(reply: string, { subject = '', detail }: Asked): number {
  const asked = new Map<string, number>()
  count(subject, subjectTimes, asked)
  count(detail.slice(0, detailRead), 1, asked)
  const said = new Map<string, number>()
  count(reply, 1, said)
  let shared = 0
  let all = 0
  for (const [run, times] of asked) {
    const weight = Math.sqrt(times)
    all += weight
    if (said.has(run)) shared += weight
  }
  return all === 0 ? 1 : shared / all
}

function count(text: string, times: number, runs: Map<string, number>) {
  for (const part of text.split(/[^\p{Script=Han}]+/u))
    for (let at = 0; at + 2 <= part.length; at++) {
      const run = part.slice(at, at + 2)
      if (!common.has(run)) runs.set(run, (runs.get(run) ?? 0) + times)
    }
}
