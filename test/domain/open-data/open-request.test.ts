import { describe, expect, test } from 'vitest'
import { callsCsv } from '../../../cloudfunctions/domain/open-data/open-csv'
import { openStatus } from '../../../cloudfunctions/domain/open-data/open-status'
import { openCall } from '../../../cloudfunctions/domain/open-data/open-call'
import { openRequest, plainText, wordsTakenBack } from '../../../cloudfunctions/domain/open-data/open-request'
import { publicationOf } from '../../../cloudfunctions/domain/publication/publication'
import { indexDirectory } from '../../../cloudfunctions/domain/routing/index-directory'
import { isOpen } from '../../../cloudfunctions/domain/ticket/status'
import type { TicketStatus } from '../../../typings/contract/ticket'
import { aDistrict, aLife, type Life } from '../../support/builders'

const index = indexDirectory(aDistrict())
const published = (life: Life) => publicationOf(life.ticket, aDistrict())!
const row = (life: Life) => openRequest(published(life), index, (number) => `/media/${number}.jpg`)

describe('our states as Open311’s', () => {
  test.each(Object.entries(openStatus) as [TicketStatus, (typeof openStatus)[TicketStatus]][])(
    '%s: open as long as it is somebody’s work, with a sentence',
    (status, { status: open, notes }) => {
      expect(open).toBe(isOpen(status) ? 'open' : 'closed')
      expect(notes).toMatch(/^[一-龥，]+。$/)
    },
  )
})

describe('a row', () => {
  test('has the approved words, the deadline as promised, no finer place than the community', () => {
    const life = aLife({ status: 'callback', submit: { description: '路灯不亮。' } }).do('publish')
    expect(row(life)).toMatchObject({
      service_request_id: life.ticket.number,
      status: 'open',
      expected_datetime: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/) as string,
      zipcode: null,
      lat: null,
      long: null,
    })
    expect(row(life).status_notes).toContain('灯已修好。')
    const { dueAt } = life.ticket.clocks.find(({ kind }) => kind === 'promise')!
    expect(Date.parse(row(life).expected_datetime ?? '')).toBe(dueAt)
    expect(JSON.stringify(row(life))).not.toMatch(/里巷三号/)
  })

  test('closed, it says when that was, whatever came later', () => {
    const happy = { contacted: true, solved: true, grade: 'satisfied' } as const
    const life = aLife({ status: 'callback' }).do('publish').do('evaluate', happy)
    const closed = row(life)
    expect(closed.status).toBe('closed')
    const closedAt = life.ticket.history.findLast(({ to }) => to === 'closed')!.at
    expect(Date.parse(closed.updated_datetime)).toBe(Math.floor(closedAt / 1000) * 1000)
  })

  test('a promise is what is going to be done', () => {
    const life = aLife({ status: 'acknowledged' }).do('commit').do('publish')
    expect(row(life).service_notice).toMatch(/^承诺 \d{4}-\d{2}-\d{2} 前：/)
  })

  test('signs that no XML can hold are left out, and long words end', () => {
    expect(plainText('灯\u0000不\u0007亮\r\n了\uD800')).toBe('灯不亮\n了')
    expect([...plainText('亮'.repeat(5000))]).toHaveLength(4000)
  })
})

describe('words taken back', () => {
  const life = aLife({ status: 'callback' }).do('publish')
  const before = published(life)

  test.each([
    ['nothing was there', undefined, before, false],
    ['nothing changed', before, before, false],
    ['somebody joined', before, { ...before, coSignerCount: 3 }, false],
    ['withheld', before, undefined, true],
    ['more words hidden', before, { ...before, description: '［隐去］' }, true],
    ['a reply is gone', before, { ...before, replies: [] }, true],
    ['a reply more', { ...before, replies: [] }, before, false],
  ])('%s', (_what, one, other, expected) => {
    expect(wordsTakenBack(one, other)).toBe(expected)
  })
})

describe('a call in the month’s file', () => {
  const told = (submit: object) => openCall(aLife({ status: 'dispatched', submit }).ticket, index)

  test.each([
    ['a 举报', { kind: 'report', againstDepartmentId: 'lights' }],
    ['a complaint of a unit', { kind: 'complaint', againstDepartmentId: 'lights' }],
  ])('%s is in none', (_what, submit) => expect(told(submit)).toBeUndefined())

  test('who wants to die is in none, who took it back neither', () => {
    const { ticket } = aLife({ status: 'dispatched' })
    expect(openCall(ticket, index)).toBeDefined()
    expect(openCall({ ...ticket, alarms: [{ alarm: 'selfHarm', words: '' }] }, index)).toBeUndefined()
    expect(openCall({ ...ticket, status: 'withdrawn' }, index)).toBeUndefined()
  })

  test('how secret it is can’t be told: the same call has the same row', () => {
    const secrecies = ['named', 'confidential', 'anonymous'].map((secrecy) => told({ secrecy }))
    expect(secrecies[1]).toEqual(secrecies[0])
    expect(secrecies[2]).toEqual(secrecies[0])
  })

  test('no cell is a formula, and every line has as many cells', () => {
    const odd = { ...told({})!, group: '=HYPERLINK("http://x")' }
    const [head = '', line = ''] = callsCsv([odd], '2026-05', index).split('\r\n')
    expect(head.startsWith('\uFEFFrequested_month,')).toBe(true)
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`)
  })
})
