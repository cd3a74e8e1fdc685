import { z } from 'zod'
import type { Prefill, PrintedCode } from '../../typings/contract/printed-code'
import type { Directory } from '../../typings/contract/directory'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { readScene, type Scene, sceneOf } from '../domain/scene'
import { codeFor } from '../platform/channels/wxacode'
import { operation } from '../platform/operation'

const id = z.string().min(1).max(80).optional()

const formPage = 'pages/submit/submit'

/** 一处一码:楼栋、网格、社区,或一类事;工作人员打印张贴。 */
export const code = operation('directory.code', {
  input: z.object({ areaId: id, serviceCode: id }),
  async run({ input, caller, directory }): Promise<PrintedCode> {
    if (caller.posts.length === 0) refuse('NOT_ALLOWED')
    const known = prefillOf(input, directory)
    if (input.areaId !== undefined && !known.place) refuse('AREA_NOT_FOUND', 'input.areaId')
    if (input.serviceCode !== undefined && !known.service) refuse('SERVICE_NOT_FOUND', 'input.serviceCode')
    const scene = sceneOf(input) ?? refuse('INVALID_INPUT', 'input')
    return { ...known, scene, image: await codeFor(formPage, scene) }
  },
})

/** 扫码以后先填好的:在哪里,是哪类事。码旧了、地方没了,就是一张空表。 */
export const prefill = operation('directory.prefill', {
  input: z.object({ scene: z.string().max(100) }),
  run: ({ input, directory }): Promise<Prefill> =>
    Promise.resolve(prefillOf(readScene(input.scene), directory)),
})

function prefillOf({ areaId, serviceCode }: Scene, directory: Directory): Prefill {
  const { areas, services } = indexDirectory(directory)
  const area = areas.get(areaId ?? '')
  const service = services.get(serviceCode ?? '')
  // The district goes without saying.
  const words = area?.path.slice(1).map((one) => areas.get(one)?.name ?? '')
  return {
    ...(area && { place: { areaId: area._id, words: words?.join(' ') || area.name } }),
    ...(service && {
      service: {
        serviceCode: service.code,
        name: service.name,
        ...(service.questions && { questions: service.questions }),
      },
    }),
  }
}
