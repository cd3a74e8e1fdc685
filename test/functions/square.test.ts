import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../typings/contract/envelope'
import type {
  PlaceMap,
  PublicationDraft,
  PublicationList,
  PublicationQuery,
} from '../../typings/contract/publication'
import { aStage, lightContact, type TestStage } from '../support/stage'

const minute = 60_000
const day = 86_400_000
let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

/** As a page that knows no login asks. */
async function anybody<Output>(op: string, input: object = {}): Promise<Output> {
  const answer = (await stage.cloud.invoke('square', { op, input }, {})) as Answer<Output>
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}

const list = (query: Partial<PublicationQuery> = {}) => anybody<PublicationList>('list', query)
const subjects = async (query: Partial<PublicationQuery> = {}) =>
  (await list(query)).publications.map(({ subject }) => subject)

/** Where anything is published: how much, and how much of it answered. */
async function onMap(streetId?: string): Promise<string[]> {
  const { tiles } = await anybody<PlaceMap>('places', streetId ? { streetId } : {})
  return tiles
    .filter(({ count }) => count > 0)
    .map(({ areaId, count, answered: done }) => `${areaId} ${count}/${done}`)
}

/** @returns its id */
async function stored(path: string): Promise<string> {
  const address = `${stage.cloud.url}/files/${encodeURIComponent(path)}`
  const answer = await fetch(address, { method: 'PUT', body: path })
  return ((await answer.json()) as { data: { fileID: string } }).data.fileID
}

/** Whether whoever kept its id can still read it. */
async function isStored(fileId: string): Promise<boolean> {
  const answer = await fetch(`${stage.cloud.url}/files`, {
    method: 'POST',
    body: JSON.stringify({ fileList: [fileId] }),
  })
  const { data } = (await answer.json()) as { data: { fileList: { tempFileURL?: string }[] } }
  const url = data.fileList[0]?.tempFileURL
  return url ? (await fetch(url)).ok : false
}

async function answered(openid: string, changes: Parameters<TestStage['submit']>[1]) {
  const { ticketId } = await stage.submit(openid, changes)
  await stage.act(lightContact, 'acknowledge', ticketId)
  await stage.act(lightContact, 'reply', ticketId, { text: '灯已修好。', publish: true })
  await stage.act('dispatcher-1', 'review', ticketId, { approve: true, text: '属实' })
  return ticketId
}

describe('公开', () => {
  test('the centre looks at the masked words and publishes; everybody reads, without any login', async () => {
    const id = await answered('resident-1', {
      description: '紫藤巷李小明先生门口路灯不亮，13811112222。',
    })
    const draft = await stage.data<PublicationDraft>('dispatcher-1', 'tickets.publicationDraft', {
      ticketId: id,
      hide: ['紫藤巷'],
    })
    expect(draft.publication.description).toBe('［隐去］某先生门口路灯不亮，［手机号］。')
    expect(draft.hidden).toEqual(expect.arrayContaining([{ what: '手机号', count: 1 }]))
    expect(await subjects()).toEqual([])
    await stage.act('dispatcher-1', 'publish', id, { hide: ['紫藤巷'], photos: [] })
    await stage.pass(2 * minute)
    const { publications, names } = await list()
    expect(publications).toMatchObject([{ replies: [{ text: '灯已修好。' }], streetId: 'street-01' }])
    expect(names['street-01']).toBe('桂桥街道')
    expect(await onMap()).toEqual(['street-01 1/1'])
    expect(await onMap('street-01')).toEqual(['community-0101 1/1'])
    expect(JSON.stringify(publications)).not.toMatch(/李小明|13811112222|紫藤巷|三号门口/)
  })

  test('nobody but the centre sees a draft or publishes', async () => {
    const ticketId = await answered('resident-2', {})
    for (const openid of ['resident-2', lightContact, 'resident-9'])
      for (const op of ['tickets.publicationDraft', 'tickets.publish'])
        expect(
          await stage.call(
            openid,
            op,
            { ticketId, hide: [], photos: [] },
            { commandId: 'x'.repeat(9), version: 9 },
          ),
        ).toMatchObject({ ok: false })
  })

  test('it is found by words, street, service and time, and not where they differ', async () => {
    const now = stage.cloud.clock.now()
    for (const query of [
      { text: '路灯不亮' },
      { streetId: 'street-01' },
      { serviceCode: 'street-light' },
      { communityId: 'community-0101' },
      { from: now - day },
    ])
      expect([query, (await subjects(query)).length]).toEqual([query, 1])
    for (const query of [
      { text: '井盖' },
      { streetId: 'street-02' },
      { serviceCode: 'noise' },
      { communityId: 'community-0102' },
      { to: now - day },
      { board: 'promises' as const },
    ])
      expect([query, (await subjects(query)).length]).toEqual([query, 0])
  })

  test('a neighbour joins, and the square counts them; withheld, it is gone from list and count', async () => {
    const [publication] = (await list()).publications
    const id = publication?._id ?? ''
    expect(publication).toMatchObject({ open: true, coSignerCount: 0 })
    await stage.act('resident-3', 'coSign', id)
    await stage.pass(2 * minute)
    expect((await list()).publications).toMatchObject([{ coSignerCount: 1 }])
    await stage.act('dispatcher-1', 'withhold', id, { reason: '当事人要求' })
    await stage.pass(2 * minute)
    expect(await subjects()).toEqual([])
    expect(await onMap()).toEqual([])
    expect(await onMap('street-01')).toEqual([])
  })

  test('the map is one read, the whole district stands on it', async () => {
    const { tiles, columns, rows } = await anybody<PlaceMap>('places')
    expect(tiles).toHaveLength(18)
    expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(18)
    expect(Math.max(...tiles.map(({ column }) => column))).toBeLessThanOrEqual(columns)
    expect(Math.max(...tiles.map(({ row }) => row))).toBeLessThanOrEqual(rows)
    const trips = (stage.cloud.meter.last('square.places')?.actions ?? []).filter(
      ({ collection }) => collection !== 'settings',
    )
    expect(trips.length).toBeLessThanOrEqual(1)
    await expect(anybody('places', { streetId: 'nowhere' })).rejects.toThrow('AREA_NOT_FOUND')
  })

  test('the night counts streets anew', async () => {
    const id = await answered('resident-4', { description: '路灯忽明忽暗' })
    await stage.act('dispatcher-1', 'publish', id, { hide: [], photos: [] })
    await stage.pass(2 * minute)
    stage.cloud.database.fill('publication_counts', [{ _id: 'street-02', count: 7, answered: 7 }])
    expect(await onMap()).toHaveLength(2)
    await stage.pass(day)
    expect(await onMap()).toEqual(['street-01 1/1'])
  })

  test('covered anew, the copy of before is gone from the storage; withheld, so is the last one, and the original stays', async () => {
    const original = await stored('attachments/lamp/0.jpg')
    const [first, second] = [await stored('published/first.jpg'), await stored('published/second.jpg')]
    const id = await answered('resident-70', {
      description: '灯柱歪了',
      attachments: [{ fileId: original, type: 'photo' }],
    })
    const publish = async (copyId: string) => {
      await stage.act('dispatcher-1', 'publish', id, { hide: [], photos: [{ fileId: original, copyId }] })
      await stage.pass(2 * minute)
      const { publications } = await list({ text: '灯柱' })
      return publications[0]?.photos.map(({ fileId }) => fileId)
    }
    const there = async () => [await isStored(original), await isStored(first), await isStored(second)]
    expect(await publish(first)).toEqual([first])
    expect(await there()).toEqual([true, true, true])
    expect(await publish(second)).toEqual([second])
    expect(await there()).toEqual([true, false, true])
    await stage.act('dispatcher-1', 'withhold', id, { reason: '当事人要求' })
    await stage.pass(2 * minute)
    expect(await there()).toEqual([true, false, false])
  })

  test('paged by key, each comes once', async () => {
    for (let n = 0; n < 4; n++) {
      const id = await answered(`resident-5${n}`, { description: `第${n}盏路灯` })
      await stage.act('dispatcher-1', 'publish', id, { hide: [], photos: [] })
    }
    await stage.pass(2 * minute)
    const met: string[] = []
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await list({ limit: 2, ...(cursor && { cursor }) })
      met.push(...page.publications.map(({ _id }) => _id))
      cursor = page.cursor
    }
    expect([met.length, new Set(met).size]).toEqual([5, 5])
  })
})

describe('曝光', () => {
  test('goes to the discipline unit, never to the accused; what is verified is published after the supervisor’s word', async () => {
    const { ticketId, department } = await stage.submit('resident-60', {
      kind: 'report',
      secrecy: 'confidential',
      serviceCode: 'official-manner',
      againstDepartmentId: 'city-management',
      description: '执法队员收了摊贩的烟。',
      name: '赵六',
      phone: '13900001111',
    })
    expect(department).toContain('纪律检查委员会')
    for (const openid of [lightContact, 'deputy-city-management'])
      expect(await stage.call(openid, 'tickets.get', { ticketId })).toMatchObject({
        error: { code: 'TICKET_NOT_FOUND' },
      })
    const discipline = 'contact-discipline'
    await stage.act(discipline, 'acknowledge', ticketId)
    await stage.act(discipline, 'recordFinding', ticketId, {
      verdict: 'verified',
      text: '经查属实，已给予处分。',
    })
    await stage.pass(2 * minute)
    expect(await subjects({ board: 'findings' })).toEqual([])
    const waiting = await stage.data<{ tickets: { _id: string }[] }>('supervisor-1', 'tickets.list', {
      view: 'toPublish',
    })
    expect(waiting.tickets.map(({ _id }) => _id)).toContain(ticketId)
    await stage.act('supervisor-1', 'ruleFinding', ticketId, { grant: true, text: '同意公开' })
    await stage.pass(2 * minute)
    const found = await list({ board: 'findings' })
    expect(found.publications).toMatchObject([{ finding: { text: '经查属实，已给予处分。' } }])
    expect(JSON.stringify(found)).not.toMatch(/赵六|摊贩|13900001111/)

    await stage.act(discipline, 'amendFinding', ticketId, { kind: 'withdraw', reason: '赵六之外的证人翻供' })
    await stage.act('supervisor-1', 'ruleFinding', ticketId, { grant: true, text: '同意撤下' })
    await stage.pass(2 * minute)
    const down = await list({ board: 'findings' })
    expect(down.publications).toMatchObject([{ finding: { text: '', changes: [{ kind: 'withdraw' }] } }])
    expect(JSON.stringify(down)).not.toMatch(/赵六|处分/)
  })
})

test('one page is one read, and no query scans', async () => {
  stage.cloud.meter.assertClean()
})
