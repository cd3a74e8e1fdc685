import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../cloudfunctions/domain/statistics/fact'
import { aLife, type Life } from '../../support/builders'
import { inShanghai } from '../calendar/shanghai'

const factsOf = ({ ticket }: Life): Fact[] =>
  ticket.outbox.flatMap((item) => (item.kind === 'fact' ? [item.fact] : []))

const factOf = (life: Life, id: string) => factsOf(life).findLast(({ _id }) => _id === `ticket-1:clock:${id}`)

describe('剔除', () => {
  const late = () => aLife({ status: 'acknowledged' }).until('2026-06-09T09:00').deliver()

  test('an overdue clock is told again with its code: it stays a fact, and counts apart', () => {
    const life = late().do('exempt', { of: 'reply:1', code: 'objective', evidence: '台风停工通知' })
    expect(factOf(life, 'reply:1')).toMatchObject({ result: 'open', excluded: { code: 'objective' } })
    expect(life.ticket.exemptions).toMatchObject([{ approverPostId: 'supervisor', evidence: '台风停工通知' }])
  })

  test('one that is still running says nothing yet, and carries the exemption once it does', () => {
    const life = aLife({ status: 'acknowledged' }).deliver().do('exempt', { of: 'reply:1', code: 'policy' })
    expect(factOf(life, 'reply:1')).toBeUndefined()
    life.do('reply')
    expect(factOf(life, 'reply:1')).toMatchObject({ result: 'met', excluded: { code: 'policy' } })
  })

  test('a callback: its fact and the sealed answers’ are told again', () => {
    const life = aLife({ status: 'closed' }).deliver().do('exempt', { of: 'callback:1', code: 'malicious' })
    expect(factsOf(life).find(({ kind }) => kind === 'callback')).toMatchObject({
      result: 'valid',
      excluded: { code: 'malicious' },
    })
    expect(life.ticket.outbox).toContainEqual(
      expect.objectContaining({ kind: 'evaluationFact', evaluationId: 'evaluation-1' }),
    )
  })

  test('what is not there can’t be left out', () => {
    expect(aLife().refusal('exempt', { of: 'reply:9' })).toBe('EXEMPTION_UNKNOWN')
    expect(aLife().refusal('exempt', { of: 'callback:1' })).toBe('EXEMPTION_UNKNOWN')
  })
})

describe('another class of limit', () => {
  test('holds from the submission: the promise is not restarted, the resident hears the new date', () => {
    const life = aLife({ status: 'acknowledged' }).until('2026-06-02T10:00').deliver()
    const { startedAt } = life.clock('promise')
    life.directory = {
      ...life.directory,
      settings: { ...life.directory.settings, profileId: 'shanghai' },
    }
    life.do('reclassify', { limitClass: 'complex' })
    expect(life.clock('promise').startedAt).toBe(startedAt)
    expect(inShanghai(life.clock('promise').dueAt)).toBe('2026-06-23T18:00')
    expect(life.messages()).toContain('reclassified>caller')
  })

  test('a promise that has run out stays broken, whatever it would have been', () => {
    const life = aLife({ status: 'acknowledged' }).until('2026-06-09T09:00')
    const { dueAt } = life.clock('promise')
    life.directory = {
      ...life.directory,
      settings: { ...life.directory.settings, profileId: 'shanghai' },
    }
    life.do('reclassify', { limitClass: 'complex' })
    expect(life.clock('promise').dueAt).toBe(dueAt)
  })
})
