import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  OpenError,
  OpenFileCard,
  OpenRequest,
  OpenService,
  OpenServiceDefinition,
} from '../../typings/contract/open-data'
import type { Publication } from '../../typings/contract/publication'
import { addDays, isoLocal, localDate } from '../../cloudfunctions/domain/calendar/local-time'
import { aStage, lightContact, type TestStage } from '../support/stage'
import { type Secret, leaksIn } from './leaks/secrets'

const minute = 60_000
const day = 86_400_000
let stage: TestStage
/** Published in this order. */
const numbers: string[] = []
let unpublished = ''

beforeAll(async () => {
  stage = await aStage()
  for (const [resident, description] of [
    ['resident-1', '路灯不亮 <b>&"第一盏"'],
    ['resident-2', '路灯忽明忽暗，第二盏'],
    ['resident-3', '路灯掉了下来，第三盏'],
  ] as const) {
    const { ticketId, number } = await answered(resident, description)
    await stage.act('dispatcher-1', 'publish', ticketId, { hide: [], photos: [] })
    numbers.push(number)
    await stage.pass(2 * minute)
  }
  unpublished = (await answered('resident-4', '没有公开的字')).number
  await stage.pass(2 * minute)
})
afterAll(() => stage.cloud.stop())

async function answered(openid: string, description: string) {
  const receipt = await stage.submit(openid, { description })
  await stage.act(lightContact, 'acknowledge', receipt.ticketId)
  await stage.act(lightContact, 'reply', receipt.ticketId, { text: '=灯已修好。', publish: true })
  await stage.act('dispatcher-1', 'review', receipt.ticketId, { approve: true, text: '属实' })
  return receipt
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${stage.cloud.url}/http/open311/${path}`, { redirect: 'manual', ...init })

const json = async <Output>(path: string): Promise<Output> => (await (await ask(path)).json()) as Output

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

describe('the month’s files', () => {
  const rowsOf = async (path: string): Promise<Record<string, string>[]> => {
    const response = await ask(path)
    expect([path, response.status]).toEqual([path, 200])
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    return parseCsv(bytes, { columns: true, bom: true })
  }
  const month = () => localDate(stage.cloud.clock.now()).slice(0, 7)

  test('what is published is in the month’s file the next night, and no cell is a formula', async () => {
    await stage.pass(day)
    const rows = await rowsOf(`bulk/${month()}.csv`)
    expect(rows.map(({ service_request_id }) => service_request_id).sort()).toEqual([...numbers].sort())
    expect(rows.map(({ description }) => description)).toContain('路灯不亮 <b>&"第一盏"')
    expect(
      rows
        .map((row) => Object.values(row))
        .flat()
        .filter((cell) => /^[=+\-@]/.test(cell)),
    ).toEqual([])
    expect(Object.keys(rows[0] ?? {})).toEqual(columnsOf('requests'))
    const [card] = await json<OpenFileCard[]>('bulk.json')
    expect(card).toMatchObject({ kind: 'requests', rows: 3, month: month() })
  })

  test('words that are withheld are gone at once from rows, and the file waits for the night', async () => {
    const [{ _id }] = stage.cloud.database.read('publications', { number: numbers[1] }) as [{ _id: string }]
    await stage.act('dispatcher-1', 'withhold', _id, { reason: '当事人要求' })
    await stage.pass(2 * minute)
    expect(await idsOf('')).toEqual([numbers[2], numbers[0]])
    expect((await ask(`bulk/${month()}.csv`)).status).toBe(503)
    expect(await json<OpenFileCard[]>('bulk.json')).toEqual([])
    await stage.pass(day)
    expect((await rowsOf(`bulk/${month()}.csv`)).length).toBe(2)
    const left = stage.cloud.database.read('open_files')
    expect(left).toMatchObject([{ takenBack: false, stale: false }])
  })

  test('all calls of a month are told once it has settled, none finer than five, no accusation among them', async () => {
    const told = month()
    for (let n = 0; n < 6; n++)
      await stage.submit(`resident-6${n}`, { secrecy: 'anonymous', description: `第${n}盏路灯` })
    await stage.submit('resident-70', { serviceCode: 'noise-shop', description: '烧烤太吵' })
    await stage.submit('resident-71', {
      kind: 'report',
      serviceCode: 'official-manner',
      againstDepartmentId: 'city-management',
      description: '收了摊贩的烟',
    })
    await stage.pass(50 * day)
    const rows = await rowsOf(`bulk/calls-${told}.csv`)
    expect(Object.keys(rows[0] ?? {})).toEqual(columnsOf('calls'))
    // Six of one day. Of the four before two stand on the square, so that they and the noise hide nobody; the 举报 isn't counted.
    expect(rows.map(({ service_code }) => service_code)).toEqual(Array(6).fill('street-light'))
    expect(new Set(rows.map(({ requested_month }) => requested_month))).toEqual(new Set([told]))
    const [card] = (await json<OpenFileCard[]>('bulk.json')).filter(({ kind }) => kind === 'calls')
    expect(card).toMatchObject({ month: told, rows: 6, left_out: 5 })
    await stage.pass(3 * day)
    const again = (await json<OpenFileCard[]>('bulk.json')).filter(
      ({ month: of, kind }) => of === told && kind === 'calls',
    )
    expect(again).toEqual([card])
  }, 120_000)

  /** What docs/open-data.md says there is. */
  function columnsOf(kind: 'requests' | 'calls'): string[] {
    const [, section = ''] = readFileSync('docs/open-data.md', 'utf8').split(`### ${kind}-`)
    const [table = ''] = section.split('\n## ')[0]!.split('\n### ')
    return [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name)
  }
})

test('nothing that is asked by nobody names anybody', async () => {
  const secret = { secrecy: 'anonymous', name: '孙三匿名', phone: '13900000003' } as const
  const anonymous = await stage.submit('resident-anonymous', { ...secret, description: '看不见路的那盏' })
  const said = [
    '没有公开的字',
    '收了摊贩的烟',
    '烧烤太吵',
    '看不见路的那盏',
    '三号门口',
    secret.name,
    secret.phone,
  ]
  const tickets = stage.cloud.database.read('tickets') as unknown as {
    _id: string
    number: string
    caller: { alias: string }
  }[]
  const standing = new Set(stage.cloud.database.read('publications').map(({ number }) => number))
  const secrets: Secret[] = [
    ...['1', '2', '3', '4', '60', 'anonymous'].map((who) => ({ what: 'an openid', text: `resident-${who}` })),
    { what: 'a receipt code', text: anonymous.receiptCode ?? 'none' },
    ...said.map((text) => ({ what: 'unpublished words', text })),
    ...tickets.flatMap(({ _id, number, caller }) => [
      { what: 'an alias', text: caller.alias },
      { what: 'an id', text: _id },
      ...(standing.has(number) ? [] : [{ what: 'an unpublished number', text: number }]),
    ]),
  ]
  const files = await json<OpenFileCard[]>('bulk.json')
  const start = isoLocal(stage.cloud.clock.now() - 80 * day)
  const paths = [
    ...['discovery', 'services', 'services/street-light', 'bulk', `requests/${numbers[0]}`].flatMap(
      (path) => [`${path}.json`, `${path}.xml`],
    ),
    `requests.json?start_date=${encodeURIComponent(start)}`,
    `requests.xml?start_date=${encodeURIComponent(start)}`,
    ...tickets.map(({ number }) => `requests/${number}.json`),
    ...files.map(({ url }) => url.split('/open311/')[1] ?? ''),
  ]
  const heard = await Promise.all(
    paths.map(async (path) => {
      const response = await ask(path)
      // What was asked for is not an answer.
      const own = JSON.stringify([...response.headers]) + (await response.text())
      return { by: 'nobody', where: path, said: own }
    }),
  )
  expect(heard.some(({ said: words }) => words.includes('路灯'))).toBe(true)
  expect(leaksIn(heard, secrets)).toEqual([])
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
