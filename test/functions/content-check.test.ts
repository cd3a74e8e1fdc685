import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStage, lightContact, type TestStage } from '../support/stage'

/** 内容检查只管公开:查不过、查不了,诉求照样交给承办的人。 */
let stage: TestStage
beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

async function answered(description: string, text = '灯已修好。') {
  const { ticketId } = await stage.submit('resident-1', { description })
  await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'reply', ticketId, { text, publish: true })
  await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
  return ticketId
}

const publish = (ticketId: string, hide: string[] = []) =>
  stage.call(
    'dispatcher-1',
    'tickets.publish',
    { ticketId, hide, photos: [] },
    { commandId: randomUUID(), version: stage.stored(ticketId).version },
  )

test('a risky text reaches its handler and is answered; only publishing it is refused, until the words are hidden', async () => {
  const ticketId = await answered('路灯下有人贴广告代开发票，灯也坏了')
  expect((await stage.page(lightContact, ticketId)).ticket.description).toContain('代开发票')
  expect(await publish(ticketId)).toMatchObject({ error: { code: 'CONTENT_RISKY' } })
  expect(stage.stored(ticketId).publication).toBeUndefined()
  expect(await publish(ticketId, ['代开发票'])).toMatchObject({ ok: true })
})

test('what only wants a look is the centre’s to decide, which has looked', async () => {
  const ticketId = await answered('灯柱上写着加我微信，灯不亮')
  expect(await publish(ticketId)).toMatchObject({ ok: true })
})

test('a risky word is found at the end of more text than one check takes', async () => {
  const long = '路灯不亮，看不见路。'.repeat(190)
  const ticketId = await answered(long, `${'已经到现场看过，线路老化。'.repeat(140)}代开发票`)
  expect(await publish(ticketId)).toMatchObject({ error: { code: 'CONTENT_RISKY' } })
})

test('without WeChat’s answer calls come in and go out as ever; publishing waits', async () => {
  stage.cloud.weChat.disturb = () => 'lost'
  const ticketId = await answered('锦园路的路灯不亮')
  expect(await publish(ticketId)).toMatchObject({ error: { code: 'CONTENT_UNCHECKED' } })
})
