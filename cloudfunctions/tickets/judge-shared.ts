import { z } from 'zod'
import { refuse } from '../domain/errors'
import { evaluationIdFor, evaluationOf } from '../domain/ticket/evaluation'
import { command } from '../platform/command'
import { keepJudgement, signaturesOf } from '../platform/stores/co-signer-store'
import { keepEvaluation } from '../platform/stores/evaluation-store'
import { onTicket, shapes } from './shapes'

/** 附议的人也能说办得怎么样:一人一次,单独密存,不算进考核(考核按诉求算)。 */
export const judgeShared = command(
  'judgeShared',
  z.object({ ...onTicket, solved: z.boolean(), grade: shapes.grade, comment: shapes.note.optional() }),
  {
    async first({ ticketId, ...answers }, ticket, { now, caller, commandId = '', directory: { settings } }) {
      const { signatures } = await signaturesOf(caller.aliases, { ticketId, limit: 1 })
      const signature = signatures[0] ?? refuse('NOT_CO_SIGNER')
      const id = evaluationIdFor(ticketId, commandId)
      const { centreDepartmentId } = settings
      const judged = { id, ticket, by: 'coSigner', at: now, centreDepartmentId } as const
      await keepEvaluation(evaluationOf({ ...answers, contacted: false }, judged))
      return (await keepJudgement(signature, id)) === id ? undefined : { alreadyDone: true }
    },
  },
)
