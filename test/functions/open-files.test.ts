import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenFileCard, OpenRequest } from '../../typings/contract/open-data'
import { addDays, isoLocal, localDate } from '../../cloudfunctions/domain/calendar/local-time'
import { openDoor, publishLights, upload } from '../support/open-door'
import { aStage, type TestStage } from '../support/stage'
import { type Secret, leaksIn } from './leaks/secrets'

const minute = 60_000
const day = 86_400_000
let stage: TestStage
let numbers: string[] = []

beforeAll(async () => {
  stage = await aStage()
  ;({ numbers } = await publishLights(stage))
})
afterAll(() => stage.cloud.stop())

const { ask, json } = openDoor(() => stage)

const idsOf = async (query: string) =>
  (await json<OpenRequest[]>(`requests.json?${query}`)).map(({ service_request_id }) => service_request_id)

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
    await stage.cloud.timers.set(stage.cloud.clock.now() + 50 * day)
    await openDataNight()
    const rows = await rowsOf(`bulk/calls-${told}.csv`)
    expect(Object.keys(rows[0] ?? {})).toEqual(columnsOf('calls'))
    // Six of one day. Of the four before two stand on the square, so that they and the noise hide nobody; the 举报 isn't counted.
    expect(rows.map(({ service_code }) => service_code)).toEqual(Array(6).fill('street-light'))
    expect(new Set(rows.map(({ requested_month }) => requested_month))).toEqual(new Set([told]))
    const [card] = (await json<OpenFileCard[]>('bulk.json')).filter(({ kind }) => kind === 'calls')
    expect(card).toMatchObject({ month: told, rows: 6, left_out: 5 })
    for (let n = 0; n < 3; n++) {
      await stage.cloud.timers.set(stage.cloud.clock.now() + day)
      await openDataNight()
    }
    const again = (await json<OpenFileCard[]>('bulk.json')).filter(
      ({ month: of, kind }) => of === told && kind === 'calls',
    )
    expect(again).toEqual([card])
  })

  test('a run that was cut short is gone on with: what it kept is not read again', async () => {
    const { database } = stage.cloud
    const told = addDays(`${month()}-01`, -95).slice(0, 7)
    const at = Date.parse(`${told}-10T09:00:00+08:00`)
    const lights = Array.from({ length: 8 }, (_, n) => ({
      _id: `light-${n}`,
      number: `light-${n}`,
      kind: 'help',
      status: 'closed',
      serviceCode: 'street-light',
      place: { areaId: 'grid-0101-1', path: [] },
      clocks: [],
      caller: { alias: `alias-${n}` },
      submittedAt: at + n,
    }))
    database.fill('tickets', lights)
    const kept = {
      day: `${told}-09`,
      group: '',
      serviceCode: 'noise-shop',
      localUnit: false,
      status: 'closed',
      published: false,
    }
    const page = { _id: `${told}:1`, month: told, calls: Array(5).fill(kept) }
    database.fill('open_call_pages', [page])
    const after = { at: at + 2, id: 'light-2' }
    database.fill('cursors', [{ _id: 'openCalls', value: { month: told, after } }])
    database.fill('open_files', [aFile(`calls-${told}`, { stale: true })])
    await openDataNight()
    const services = (await rowsOf(`bulk/calls-${told}.csv`)).map(({ service_code }) => service_code)
    expect(services.sort()).toEqual([...Array(5).fill('noise-shop'), ...Array(5).fill('street-light')])
    expect(database.read('open_call_pages')).toEqual([])
  })

  test('a file longer than an answer may be is fetched from where it lies', async () => {
    const content = Buffer.alloc(4 * 1024 * 1024 + 1, '长')
    const fileId = await upload(stage, 'open-data/long.csv', content)
    const made = { fileId, rows: 1, bytes: content.length, asOf: 0 }
    stage.cloud.database.fill('open_files', [aFile('requests-2019-01', made)])
    const response = await ask('bulk/2019-01.csv')
    expect([response.status, response.headers.get('cache-control')]).toEqual([302, 'no-store'])
    const fetched = await fetch(response.headers.get('location') ?? '')
    expect(Buffer.from(await fetched.arrayBuffer()).equals(content)).toBe(true)
  })

  const aFile = (_id: string, changes: object) => {
    const [kind = '', ...date] = _id.split('-')
    return { _id, kind, month: date.join('-'), changes: 1, stale: false, takenBack: false, ...changes }
  }

  const openDataNight = () => stage.cloud.invoke('scheduler', { Type: 'Timer', TriggerName: 'openData' })

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
  const heard = []
  // One after the other: asked all at once, each is answered by a cold instance of its own.
  for (const path of paths) {
    const response = await ask(path)
    // What was asked for is not an answer.
    const own = JSON.stringify([...response.headers]) + (await response.text())
    heard.push({ by: 'nobody', where: path, said: own })
  }
  expect(heard.some(({ said: words }) => words.includes('路灯'))).toBe(true)
  expect(leaksIn(heard, secrets)).toEqual([])
})
