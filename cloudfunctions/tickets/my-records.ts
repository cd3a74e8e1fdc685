import { z } from 'zod'
import type { OwnRecords } from '../../typings/contract/own-records'
import { viewOf } from '../domain/access/view'
import { indexDirectory } from '../domain/routing/index-directory'
import { nameAll } from '../platform/names'
import { operation } from '../platform/operation'
import { findEvaluations } from '../platform/stores/evaluation-store'
import { findText } from '../platform/stores/text-store'
import { ownTickets } from '../platform/stores/ticket-store'

/** Whole tickets: ten of the largest stay well under what an answer may weigh. */
const pageSize = 10

/** 我的记录:系统里存着的本人实名、保密诉求,一页一页给全。匿名的没有人能找到,这里也没有。 */
export const myRecords = operation('tickets.myRecords', {
  input: z.object({ cursor: z.string().max(300).optional() }),
  async run({ input, caller, directory, now }): Promise<OwnRecords> {
    const actors = caller.actors.filter(({ role }) => role === 'resident')
    const { tickets, cursor } = await ownTickets(caller.aliases, pageSize, input.cursor)
    const ids = tickets.flatMap(({ callback }) => callback?.evaluationId ?? [])
    const texts = tickets.flatMap(({ _id, textId }) => (textId === undefined ? [] : [{ _id, textId }]))
    const [evaluations, wholes] = await Promise.all([
      findEvaluations(ids),
      Promise.all(texts.map(async ({ _id, textId }) => [_id, (await findText(textId)) ?? ''] as const)),
    ])
    const views = tickets.flatMap((ticket) => viewOf(ticket, actors, directory, now) ?? [])
    return {
      tickets: views,
      evaluations: evaluations.map(({ _id, ...answers }) => answers),
      descriptions: Object.fromEntries(wholes),
      names: nameAll(views, indexDirectory(directory)),
      now,
      ...(cursor !== undefined && { cursor }),
    }
  },
})
