import type { Automated } from './protocol'

/** What was measured since the phone started: setData in bytes by page, nodes drawn, problems of the source. */
export function audits(_: unknown, { phone }: Automated): Record<string, unknown> {
  const setData: Record<string, { calls: number; bytes: number }> = {}
  for (const { where, bytes } of phone.setDataLog()) {
    const sum = (setData[where] ??= { calls: 0, bytes: 0 })
    sum.calls += 1
    sum.bytes += bytes
  }
  const pages = phone.pageStack().map(({ path, window }) => ({
    path,
    nodes: window.document.querySelectorAll('*').length,
  }))
  return { setData, pages, problems: phone.problems }
}
