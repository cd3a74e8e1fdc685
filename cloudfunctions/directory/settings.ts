import { z } from 'zod'
import type { SetNoticesInput, SettingsPage } from '../../typings/contract/administration'
import type { Directory, Settings } from '../../typings/contract/directory'
import { changedRules, choicesOf } from '../domain/notification/choices'
import { noticeRulesOf } from '../domain/notification/rules'
import { indexDirectory } from '../domain/routing/index-directory'
import { type CallContext, operation } from '../platform/operation'
import { lastChanges } from '../platform/stores/directory-store'
import { guardAdmin, guardChange, saveChange } from './change'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** 系统设置:现在怎么通知人、自动派单的门槛、最近谁改了什么。 */
export const settings = operation('directory.settings', {
  input: z.object({}),
  async run(context): Promise<SettingsPage> {
    guardAdmin(context)
    const { directory } = context
    const { tenantName, autoDispatchAt, secondCallShare = 0 } = directory.settings
    const rules = noticeRulesOf(directory)
    return {
      directoryVersion: directory.version,
      tenantName,
      quiet: rules.quiet,
      digestAt: rules.digestAt,
      smsPerPostDay: rules.smsPerPostDay,
      choices: choicesOf(rules),
      ...(autoDispatchAt !== undefined && { autoDispatchAt }),
      secondCallShare,
      changes: (await lastChanges()).map((change) => ({ ...change, by: holderOf(change.by, directory) })),
    }
  },
})

/** 怎么通知人:免打扰时段、每日汇总、每种消息最多做到哪一步。 */
export const setNotices = operation('directory.setNotices', {
  input: z.object({
    quiet: z.object({ from: time, to: time }),
    digestAt: time,
    smsPerPostDay: z.int().min(1).max(200).optional(),
    reach: z.record(z.string().max(40), z.enum(['digest', 'weChat', 'sms', 'phone'])),
    directoryVersion: z.int().nonnegative(),
  }),
  async run(context: CallContext<SetNoticesInput>): Promise<{ directoryVersion: number }> {
    guardChange(context)
    const { directory, input } = context
    const before = noticeRulesOf(directory)
    const { quiet, digestAt, atOnce, climbs, smsPerPostDay } = changedRules(before, input)
    const notices = { ...directory.settings.notices, quiet, digestAt, atOnce, climbs, smsPerPostDay }
    const changed = Object.keys(input.reach).length
    const capped = smsPerPostDay === before.smsPerPostDay ? '' : `，每个岗位每天最多 ${smsPerPostDay} 条短信`
    const text = `免打扰 ${quiet.from}–${quiet.to}，每日汇总 ${digestAt}${changed ? `，改了 ${changed} 种消息的通知方式` : ''}${capped}`
    return saveSettings(context, { ...directory.settings, notices }, text)
  },
})

/** 自动派单的门槛:多有把握才不经人直接派出;不填,用模型自己的;填 2,一律由人派。 */
export const setAutoDispatch = operation('directory.setAutoDispatch', {
  input: z.object({
    autoDispatchAt: z.number().min(0.5).max(2).optional(),
    directoryVersion: z.int().nonnegative(),
  }),
  async run(context): Promise<{ directoryVersion: number }> {
    guardChange(context)
    const { autoDispatchAt: _old, ...kept } = context.directory.settings
    const { autoDispatchAt } = context.input
    const next = { ...kept, ...(autoDispatchAt !== undefined && { autoDispatchAt }) }
    const text = `自动派单的门槛改为${autoDispatchAt === undefined ? '模型自己的' : ` ${autoDispatchAt}`}`
    return saveSettings(context, next, text)
  },
})

/** 二次回访的份额:满意归档的诉求里,抽多少换一位同事再问一次;0,不抽。 */
export const setSecondCalls = operation('directory.setSecondCalls', {
  input: z.object({ secondCallShare: z.number().min(0).max(1), directoryVersion: z.int().nonnegative() }),
  async run(context): Promise<{ directoryVersion: number }> {
    guardChange(context)
    const { secondCallShare } = context.input
    const text = `二次回访的份额改为 ${Math.round(secondCallShare * 100)}%`
    return saveSettings(context, { ...context.directory.settings, secondCallShare }, text)
  },
})

function saveSettings(context: CallContext<unknown>, next: Settings, text: string) {
  const { directory } = context
  // The version that `changeDirectory` has raised by then, as the row takes the whole document's place.
  const row = { ...next, _id: 'tenant', version: directory.version + 1 }
  const whole: Directory = { ...directory, settings: next }
  return saveChange(context, whole, { what: 'settings', collection: 'settings', row, text })
}

/** 目录管理员 某某 */
function holderOf(postId: string, directory: Directory): string {
  const post = indexDirectory(directory).posts.get(postId)
  return [post?.title, post?.holderName].filter(Boolean).join(' ')
}
