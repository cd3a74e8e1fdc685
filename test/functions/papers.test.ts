import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawTicket } from '../../cloudfunctions/papers/ticket-paper'
import type { Paper } from '../../cloudfunctions/platform/pdf/paper'
import type { PaperFile } from '../../typings/contract/papers'
import { aStage, lightContact, type TestStage } from '../support/stage'

let stage: TestStage
let ticketId: string

/** All words that would stand on the paper, in order. */
function wordsOf(draw: (paper: Paper) => void): string {
  const said: string[] = []
  const say = (...words: string[]) => void said.push(...words)
  draw({
    heading: say,
    entry: (name, words) => words && say(`${name}：${words}`),
    text: say,
    remark: say,
    table: (_, head, rows) => say(...[head, ...rows].map((row) => row.join(' | '))),
  })
  return said.join('\n')
}

const paperFor = async (openid: string, withCaller = false) => {
  const page = await stage.page(openid, ticketId)
  return wordsOf((paper) => drawTicket(paper, page, { tenantName: '望汀区', withCaller }))
}

beforeAll(async () => {
  stage = await aStage()
  const receipt = await stage.submit('resident-1', {
    description: '三号门口的路灯坏了三天，\n晚上看不见台阶。',
    name: '甲居民',
    phone: '13900001111',
  })
  ticketId = receipt.ticketId
  await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'contactResident', ticketId, { how: 'phone', note: '约好明天去看' })
  await stage.act(lightContact, 'note', ticketId, { text: '这句只给自己人看' })
  await stage.act(lightContact, 'reply', ticketId, {
    text: '已换好灯泡，恢复照明。'.repeat(300),
    internalText: '费用从管护经费出',
    publish: true,
  })
})
afterAll(() => stage.cloud.stop())

describe('the paper of a ticket', () => {
  test('has the caller’s words unedited, the way it went, each clock and why it ends when it does', async () => {
    const words = await paperFor('dispatcher-1')
    expect(words).toContain('三号门口的路灯坏了三天，\n晚上看不见台阶。')
    for (const one of [
      '流转（1 次）',
      '答复怎么算：',
      '电话联系：',
      '约好明天去看',
      '望汀区城市管理和综合执法局',
    ])
      expect(words).toContain(one)
  })

  test('leaves out who the caller is unless asked, and always what is internal', async () => {
    expect(await paperFor('dispatcher-1')).not.toMatch(/甲居民|13900001111/)
    expect(await paperFor('dispatcher-1', true)).toMatch(/甲居民 13900001111/)
    expect(await paperFor('dispatcher-1', true)).not.toMatch(/自己人|管护经费/)
  })

  test('tells nobody more than their page does', async () => {
    const confidential = await stage.submit('resident-2', {
      description: '路灯坏了',
      secrecy: 'confidential',
      name: '乙居民',
    })
    const page = await stage.page(lightContact, confidential.ticketId)
    const words = wordsOf((paper) => drawTicket(paper, page, { tenantName: '望汀区', withCaller: true }))
    expect(words).toContain('要求保密')
    expect(words).not.toContain('乙居民')
  })

  test('is a PDF in cloud storage, small though its font is large', async () => {
    const { fileId, bytes } = await stage.data<PaperFile>('dispatcher-1', 'papers.ticket', { ticketId })
    expect(fileId).toMatch(/papers\/[0-9a-f]{32}\/\d{8}-[^/]+\.pdf$/)
    expect(bytes).toBeLessThan(300_000)
    const listed = (await (
      await fetch(`${stage.cloud.url}/files`, {
        method: 'POST',
        body: JSON.stringify({ fileList: [fileId] }),
      })
    ).json()) as { data?: { fileList: { tempFileURL: string }[] }; fileList?: { tempFileURL: string }[] }
    const [file] = listed.data?.fileList ?? listed.fileList ?? []
    const content = Buffer.from(await (await fetch(file?.tempFileURL ?? '')).arrayBuffer())
    expect(content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(content).toHaveLength(bytes)
  })

  test('is made for nobody who may not see the ticket', async () => {
    expect(await stage.call('resident-9', 'papers.ticket', { ticketId })).toMatchObject({
      error: { code: 'TICKET_NOT_FOUND' },
    })
  })
})
