import type { TestStage } from './stage'
import { lightContact } from './stage'

const minute = 60_000

/** What the desk looked at of the first call's photo. */
export const approvedPhoto = Buffer.from('the approved copy')

export async function upload({ cloud }: TestStage, path: string, content: Buffer): Promise<string> {
  const init = { method: 'PUT', body: new Uint8Array(content) }
  const answer = await fetch(`${cloud.url}/files/${encodeURIComponent(path)}`, init)
  return ((await answer.json()) as { data: { fileID: string } }).data.fileID
}

/** Three calls about lights that were answered and published, the first with a photo, and one that was not. */
export async function publishLights(stage: TestStage): Promise<{ numbers: string[]; unpublished: string }> {
  const numbers: string[] = []
  for (const [resident, description] of [
    ['resident-1', '路灯不亮 <b>&"第一盏"'],
    ['resident-2', '路灯忽明忽暗，第二盏'],
    ['resident-3', '路灯掉了下来，第三盏'],
  ] as const) {
    const photo =
      numbers.length === 0 ? await upload(stage, 'attachments/1.jpg', Buffer.from('as it was taken')) : ''
    const { ticketId, number } = await answered(stage, resident, description, photo)
    const photos = photo
      ? [{ fileId: photo, copyId: await upload(stage, 'published/1.jpg', approvedPhoto) }]
      : []
    await stage.act('dispatcher-1', 'publish', ticketId, { hide: [], photos })
    numbers.push(number)
    await stage.pass(2 * minute)
  }
  const { number: unpublished } = await answered(stage, 'resident-4', '没有公开的字')
  await stage.pass(2 * minute)
  return { numbers, unpublished }
}

async function answered(stage: TestStage, openid: string, description: string, photo = '') {
  const attachments = photo ? [{ fileId: photo, type: 'photo' as const }] : []
  const receipt = await stage.submit(openid, { description, attachments })
  await stage.act(lightContact, 'acknowledge', receipt.ticketId)
  await stage.act(lightContact, 'reply', receipt.ticketId, { text: '=灯已修好。', publish: true })
  await stage.act('dispatcher-1', 'review', receipt.ticketId, { approve: true, text: '属实' })
  return receipt
}

/** Open data's door, as nobody in particular. */
export function openDoor(stage: () => TestStage) {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${stage().cloud.url}/http/open311/${path}`, { redirect: 'manual', ...init })
  const json = async <Output>(path: string): Promise<Output> => (await (await ask(path)).json()) as Output
  return { ask, json }
}
