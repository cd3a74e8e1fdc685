import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  OpenError,
  OpenRequest,
  OpenService,
  OpenServiceDefinition,
} from '../../typings/contract/open-data'
import type { Publication } from '../../typings/contract/publication'
import { addDays, isoLocal, localDate } from '../../cloudfunctions/domain/calendar/local-time'
import { approvedPhoto, openDoor, publishLights } from '../support/open-door'
import { aStage, type TestStage } from '../support/stage'

const minute = 60_000
const day = 86_400_000
let stage: TestStage
/** Published in this order. */
let numbers: string[] = []
let unpublished = ''

beforeAll(async () => {
  stage = await aStage()
  ;({ numbers, unpublished } = await publishLights(stage))
})
afterAll(() => stage.cloud.stop())

const { ask, json } = openDoor(() => stage)

const idsOf = async (query: string) =>
  (await json<OpenRequest[]>(`requests.json?${query}`)).map(({ service_request_id }) => service_request_id)

const lists = /^(services|attributes|values|service_requests|errors|endpoints|formats|files)$/
const members = /^(service|attribute|value|request|error|endpoint|format|file)$/

/** By a reader of XML that isn't ours: everything is words there, an empty element is none. */
async function xml(path: string): Promise<unknown> {
  const response = await ask(path)
  expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const text = await response.text()
  expect(text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
  const reader = new XMLParser({
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    isArray: (name) => members.test(name),
  })
  return reader.parse(text.trim()) as unknown
}

/** What JSON says, in the words that XML has for it. */
function asXml(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asXml)
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, lists.test(name) ? listed(name, one) : asXml(one)]),
  )
}

const listed = (name: string, value: unknown): unknown => {
  const member = name === 'service_requests' ? 'request' : name.replace(/s$/, '')
  return Array.isArray(value) && value.length > 0 ? { [member]: value.map(asXml) } : ''
}

describe('Open311 GeoReport v2', () => {
  test.each([
    ['discovery', 'discovery'],
    ['services', 'services'],
    ['services/street-light', 'service_definition'],
    ['requests', 'service_requests'],
    ['bulk', 'files'],
    ['requests/none', 'errors'],
  ])('%s says the same in XML as in JSON', async (path, root) => {
    const value = await json<unknown>(`${path}.json`)
    const expected = Array.isArray(value) ? listed(root, value) : asXml(value)
    expect(await xml(`${path}.xml`)).toEqual({ [root]: expected })
  })

  test('published matters, the newest first, with the promised deadline and the approved words', async () => {
    const rows = await json<OpenRequest[]>('requests.json')
    expect(rows.map(({ service_request_id }) => service_request_id)).toEqual([...numbers].reverse())
    const [publication] = stage.cloud.database.read('publications', { number: numbers[0] })
    const { promise, submittedAt } = publication as unknown as Publication
    expect(rows.at(-1)).toMatchObject({
      status: 'open',
      status_notes: '已答复，正在请反映人评价。答复：=灯已修好。',
      service_code: 'street-light',
      description: '路灯不亮 <b>&"第一盏"',
      requested_datetime: isoLocal(submittedAt),
      expected_datetime: isoLocal(promise!.dueAt),
      lat: null,
      long: null,
      zipcode: null,
    })
    expect(rows.at(-1)?.address).toContain('桂桥街道')
  })

  test('one by its number, several by theirs; what isn’t published is as if it were not there', async () => {
    expect(await json<OpenRequest[]>(`requests/${numbers[1]}.json`)).toMatchObject([
      { service_request_id: numbers[1] },
    ])
    expect(
      await idsOf(`service_request_id=${numbers[2]},${unpublished},${numbers[0]}&status=closed`),
    ).toEqual([numbers[2], numbers[0]])
    const hidden = await ask(`requests/${unpublished}.json`)
    const none = await ask('requests/20200101-AAAAAA-A.json')
    expect([hidden.status, await hidden.text()]).toEqual([404, await none.text()])
  })

  test('services and their questions; a service without any has none', async () => {
    const services = await json<OpenService[]>('services.json')
    const asking = services.find(({ metadata }) => metadata)
    expect(services.length).toBeGreaterThan(20)
    expect(asking).toMatchObject({ type: 'realtime' })
    const definition = await json<OpenServiceDefinition>(`services/${asking?.service_code}.json`)
    expect(definition.attributes[0]).toMatchObject({ variable: true, order: 1 })
    const plain = services.find(({ metadata }) => !metadata)
    expect((await json<OpenServiceDefinition>(`services/${plain?.service_code}.json`)).attributes).toEqual([])
  })

  test('a photo is the copy that was approved, by an address that holds for a while; others have none', async () => {
    const rows = await json<OpenRequest[]>('requests.json')
    const [url, ...others] = rows.map(({ media_url }) => media_url).reverse()
    expect([url, others]).toEqual([
      expect.stringContaining(`/media/${numbers[0]}.jpg`) as string,
      [null, null],
    ])
    const response = await ask(`media/${numbers[0]}.jpg`)
    expect([response.status, response.headers.get('cache-control')]).toEqual([302, 'no-store'])
    const photo = await fetch(response.headers.get('location') ?? '')
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(approvedPhoto)
    for (const number of [numbers[1], unpublished])
      expect([number, (await ask(`media/${number}.jpg`)).status]).toEqual([number, 404])
  })

  test('another district’s jurisdiction_id is not here, its own or none is', async () => {
    const own = await idsOf('jurisdiction_id=sample')
    expect(own).toEqual(await idsOf(''))
    for (const path of ['requests', 'services', 'discovery', 'bulk'])
      expect([path, (await ask(`${path}.json?jurisdiction_id=elsewhere`)).status]).toEqual([path, 404])
  })

  test('anybody’s page may read it, nobody may write, and it says why', async () => {
    const read = await ask('services.json')
    expect(read.headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask('requests.json', { method: 'OPTIONS' })).status).toBe(204)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const refused = await ask('requests.json', { method })
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
      expect(((await refused.json()) as OpenError[])[0]?.description).toContain('12345')
    }
  })
})

describe('filters', () => {
  test('by service, state and time', async () => {
    const now = stage.cloud.clock.now()
    const from = (ms: number) => encodeURIComponent(isoLocal(ms))
    const all = [...numbers].reverse()
    for (const [query, expected] of [
      ['service_code=street-light', all],
      ['service_code=street-light,noise-shop', all],
      ['service_code=noise-shop', []],
      ['status=open', all],
      ['status=open,closed', all],
      ['status=closed', []],
      ['status=open&service_code=street-light', all],
      [`start_date=${from(now - day)}`, all],
      [`start_date=${from(now - day)}&end_date=${from(now)}`, all],
      [`end_date=${from(now - day)}`, []],
      [`start_date=${isoLocal(now - day)}`, all],
      [`start_date=${localDate(now)}&end_date=${localDate(now)}`, all],
      [`end_date=${addDays(localDate(now), -1)}`, []],
      ['start_date=&status=&service_code=&page=', all],
    ] as const)
      expect([query, await idsOf(query)]).toEqual([query, expected])
  })

  test('closed matters are closed, and say since when', async () => {
    const [{ _id }] = stage.cloud.database.read('publications', { number: numbers[0] }) as [{ _id: string }]
    const happy = { contacted: true, solved: true, grade: 'satisfied' } as const
    await stage.act('resident-1', 'evaluate', _id, happy)
    const closedAt = stage.cloud.clock.now()
    await stage.pass(2 * minute)
    expect(await json<OpenRequest[]>('requests.json?status=closed')).toMatchObject([
      { service_request_id: numbers[0], status: 'closed', updated_datetime: isoLocal(closedAt) },
    ])
    expect(await idsOf('status=open')).toEqual([numbers[2], numbers[1]])
  })

  test('by pages, and on from there by the link that each page gives', async () => {
    expect(await idsOf('page_size=2&page=2')).toEqual([numbers[0]])
    const met: string[] = []
    for (let query: string | undefined = 'page_size=2'; query !== undefined;) {
      const response = await ask(`requests.json?${query}`)
      met.push(...((await response.json()) as OpenRequest[]).map((row) => row.service_request_id))
      query = /\?([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
    }
    expect(met).toEqual([...numbers].reverse())
  })

  test.each([
    ['requests.json?start_date=yesterday', 400, 'start_date'],
    ['requests.json?start_date=2026-02-30T00:00:00Z', 400, 'start_date'],
    ['requests.json?start_date=2026-05-01T00:00:00', 400, 'start_date'],
    ['requests.json?start_date=2026-01-01&end_date=2026-05-01', 400, 'end_date'],
    ['requests.json?start_date=2026-05-02&end_date=2026-05-01', 400, 'start_date'],
    ['requests.json?status=done', 400, 'status'],
    ['requests.json?service_code=nothing', 404, 'service_code'],
    ['requests.json?page=0', 400, 'page'],
    ['requests.json?page=999999999999', 400, 'page'],
    ['requests.json?page=11&page_size=100', 400, 'page'],
    ['requests.json?page_size=1001', 400, 'page_size'],
    ['requests.json?page_size=-1', 400, 'page_size'],
    ['requests.json?cursor=abc', 400, 'cursor'],
    [`requests.json?service_request_id=${Array.from({ length: 51 }, (_, n) => n).join()}`, 400, 'service_'],
    ['requests.pdf', 400, 'format'],
    ['services/nothing.json', 404, 'service_code'],
    ['bulk/2026-13.csv', 404, 'month'],
    ['bulk/2026-05.json', 400, 'format'],
    ['media/none.jpg', 404, 'media'],
    ['tokens/1.json', 404, 'path'],
    ['', 404, 'path'],
    ['requests/a/b.json', 404, 'path'],
    ['%E0%A4%A', 404, 'path'],
  ])('%s is refused by a status, and says what is wrong', async (path, status, where) => {
    const response = await ask(path)
    const [error] = (await response.json()) as OpenError[]
    expect([response.status, error?.code]).toEqual([status, status])
    expect(error?.description).toContain(where)
    expect(error?.description).toMatch(/[一-龥]{2}/)
  })
})

test('a page of 1,000 is one read of 1,000 documents, and no query scans', async () => {
  stage.cloud.meter.assertClean()
  const [pattern] = stage.cloud.database.read('publications') as unknown as [Publication]
  const now = stage.cloud.clock.now()
  stage.cloud.database.fill(
    'publications',
    Array.from({ length: 3000 }, (_, n) => ({
      ...pattern,
      _id: `filled-${n}`,
      number: `20260601-F${n}`,
      submittedAt: now - n * 20 * minute,
    })),
  )
  stage.cloud.meter.reset()
  const rows = await json<OpenRequest[]>('requests.json')
  expect(rows).toHaveLength(1000)
  expect(await idsOf('service_code=street-light,noise-shop')).toHaveLength(500)
  const reads = stage.cloud.meter
    .invocations()
    .map(({ actions }) =>
      actions
        .filter(({ collection }) => collection === 'publications')
        .map(({ documentsRead, documentsExamined }) => [documentsRead, documentsExamined]),
    )
  expect(reads).toEqual([
    [[1000, 1000]],
    [
      [500, 500],
      [0, 0],
    ],
  ])
})
