/// <reference types="miniprogram-api-typings" />
import { expect, test } from 'vitest'
import type { TicketView } from '../../typings/contract/views'
import { trailOf } from '../../miniprogram/staff/trail'

const at = Date.parse('2026-06-01T09:00:00+08:00')
const names = { a: '区城管局', b: '区交通局', centre: '区民呼我应中心', 'dispatcher-1': '派单员' }

const ticket = {
  hops: [
    { stint: 1, to: 'a', at, reason: '路灯养护' },
    { stint: 2, from: 'a', to: 'b', at, reason: '已移交' },
    { stint: 3, from: 'b', to: 'b', at: at + 1, reason: '重办' },
  ],
  history: [
    { what: 'submit', at },
    { what: 'ruleReturn', at, departmentId: 'centre', postId: 'dispatcher-1' },
    { what: 'acknowledge', at: at + 1, departmentId: 'b' },
  ],
} as unknown as TicketView

test('the trail says for each transfer which one it is, from whom to whom, who sent it and why; newest first', () => {
  expect(trailOf(ticket, names, at).map(({ title, way, who, reason }) => [title, way, who, reason])).toEqual([
    ['第 3 次流转', '仍由区交通局办理', '', '重办'],
    ['第 2 次流转', '区城管局 → 区交通局', '区民呼我应中心 派单员 · 裁定退回', '已移交'],
    ['第 1 次流转', '派给区城管局', '系统按派单目录自动派单', '路灯养护'],
  ])
})
