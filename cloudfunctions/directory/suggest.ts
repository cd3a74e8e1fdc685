import { z } from 'zod'
import type { Suggestion } from '../../typings/contract/suggestion'
import { route } from '../domain/routing/route'
import { guessOf } from '../domain/ticket/hear'
import { indexDirectory } from '../domain/routing/index-directory'
import { operation } from '../platform/operation'

/** 按文字建议诉求类别,并说出会由哪个单位办理。 */
export const suggest = operation('directory.suggest', {
  input: z.object({
    subject: z.string().max(100).optional(),
    text: z.string().max(2000),
    areaId: z.string().max(80).optional(),
  }),
  async run({ input, directory }): Promise<Suggestion> {
    const { services, departments } = indexDirectory(directory)
    const guess = guessOf({ subject: input.subject ?? '', detail: input.text }, directory)
    const { serviceCode: first, confidence, basis, auto, why } = guess
    if (first === undefined) return { confidence: 0, why: [], alternatives: [] }
    const suggested = (serviceCode: string) => {
      const { name = serviceCode, questions } = services.get(serviceCode) ?? {}
      return { serviceCode, name, ...(questions && { questions }) }
    }
    const routed = route(
      { serviceCode: first, areaId: input.areaId ?? directory.settings.districtAreaId, kind: 'help' },
      directory,
    )
    return {
      ...suggested(first),
      confidence,
      basis,
      auto,
      why,
      alternatives: guess.alternatives.flatMap(({ serviceCode }) =>
        serviceCode === undefined ? [] : [suggested(serviceCode)],
      ),
      department: departments.get(routed.leadDepartmentId)?.name ?? '',
      reason: routed.reason,
    }
  },
})
