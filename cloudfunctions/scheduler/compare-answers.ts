import { figureDay } from '../domain/statistics/figure-day'
import { isOtherAnswer } from '../domain/ticket/evaluation'
import { leadOf } from '../domain/ticket/lead'
import { Draft } from '../domain/ticket/draft'
import type { Moment } from '../domain/ticket/rules'
import type { OutboxItem, Ticket } from '../domain/ticket/ticket'
import { otherAnswer } from '../domain/warning/other-answer'
import { findEvaluations } from '../platform/stores/evaluation-store'
import { keepWarnings } from '../platform/stores/warning-store'

/** 回访结果不一致: where somebody says another thing when asked again, supervisors hear of it; nothing starts anew. */
export async function compareAnswers(
  ticket: Ticket,
  { firstId, secondId }: Extract<OutboxItem, { kind: 'secondAnswer' }>,
  moment: Moment,
): Promise<void> {
  const found = await findEvaluations([firstId, secondId])
  const [first, second] = [firstId, secondId].map((id) => found.find(({ _id }) => _id === id))
  if (!first || !second || !isOtherAnswer(first, second)) return
  const departmentId = leadOf(new Draft(ticket, moment, 'wake'))
  const { directory } = moment.rules
  await keepWarnings([otherAnswer(ticket, departmentId, directory, figureDay(second.at), second.at)])
}
