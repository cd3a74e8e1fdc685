import { z } from 'zod'
import { command } from '../platform/command'
import { refuse } from '../domain/errors'
import { keepMapping } from '../platform/stores/caller-store'
import { byCaller, shapes } from './shapes'

/** 公开身份:匿名的诉求归到本人名下,从此能联系、能收到消息;查询码照样能用。 */
export const reveal = command(
  'reveal',
  z.object({
    ...byCaller,
    secrecy: z.enum(['named', 'confidential']),
    name: shapes.name.optional(),
    phone: shapes.phone,
  }),
  {
    enrich: (input, _commandId, { caller }) => ({
      ...input,
      alias: caller.aliases[0] ?? refuse('NOT_IDENTIFIED'),
    }),
    async first({ alias }, _before, { caller }) {
      if (alias) await keepMapping(alias, caller.openid)
    },
  },
)
