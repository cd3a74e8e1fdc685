import { z } from 'zod'
import type { Prefill, PrintedCode } from '../../typings/contract/printed-code'
import type { Directory } from '../../typings/contract/directory'
import { refuse } from '../domain/errors'
import { indexDirectory } from '../domain/routing/index-directory'
import { readScene, type Scene, sceneOf } from '../domain/scene'
import { codeFor } from '../platform/channels/wxacode'
import { operation } from '../platform/operation'
import { findSpot, keepSpot, type Spot } from '../platform/stores/spot-store'

/** Characters; a line on a sheet that is read from the wall. */
const addressMost = 40

const id = z.string().min(1).max(80).optional()

/** Written by staff, read by whoever scans it; the same words in full width or with more gaps are the same spot. */
const address = z
  .string()
  .max(addressMost)
  .transform((said) => said.normalize('NFKC').replace(/\s+/g, ' ').trim())
  .optional()

const formPage = 'pages/submit/submit'

/** 一处一码:楼栋、灯杆、网格、社区,或一类事;工作人员打印张贴。 */
export const code = operation('directory.code', {
  input: z.object({ areaId: id, serviceCode: id, address }),
  async run({ input, caller, directory }): Promise<PrintedCode> {
    if (caller.posts.length === 0) refuse('NOT_ALLOWED')
    const known = prefillOf(input, directory)
    if (known.gone === 'place' || (input.address && !known.place)) refuse('AREA_NOT_FOUND', 'input.areaId')
    if (known.gone === 'service') refuse('SERVICE_NOT_FOUND', 'input.serviceCode')
    const scene = sceneOf(await shortest(input)) ?? refuse('INVALID_INPUT', 'input')
    return { ...known, scene, image: await codeFor(formPage, scene) }
  },
})

/** 扫码以后先填好的:在哪里,是哪类事。码旧了、地方没了,就照实说。 */
export const prefill = operation('directory.prefill', {
  input: z.object({ scene: z.string().max(100) }),
  async run({ input, directory }): Promise<Prefill> {
    const { spotId, ...said } = readScene(input.scene)
    if (spotId === undefined) return prefillOf(said, directory)
    const spot = await findSpot(spotId)
    return spot ? prefillOf(spot, directory) : { gone: 'place' }
  },
})

type Said = Omit<Scene, 'spotId'> & Partial<Pick<Spot, 'address'>>

/** A code holds 32 characters: with more to say, or in other words than ids, it names a spot. */
async function shortest({ areaId, serviceCode, address: said }: Said): Promise<Scene> {
  if (areaId === undefined) return { ...(serviceCode && { serviceCode }) }
  const scene = { areaId, ...(serviceCode && { serviceCode }) }
  if (!said && sceneOf(scene)) return scene
  return { spotId: await keepSpot({ ...scene, address: said ?? '' }) }
}

function prefillOf({ areaId, serviceCode, address: said }: Said, directory: Directory): Prefill {
  const { areas, services } = indexDirectory(directory)
  const area = areas.get(areaId ?? '')
  const service = services.get(serviceCode ?? '')
  // The district goes without saying.
  const words = area?.path.slice(1).map((one) => areas.get(one)?.name ?? '')
  const gone = areaId && !area ? 'place' : serviceCode && !service ? 'service' : undefined
  return {
    ...(area && {
      place: { areaId: area._id, words: words?.join(' ') || area.name, ...(said && { address: said }) },
    }),
    ...(service && {
      service: {
        serviceCode: service.code,
        name: service.name,
        ...(service.questions && { questions: service.questions }),
      },
    }),
    ...(gone && { gone }),
  }
}
