import { describe, expect, test } from 'vitest'
import { publicationOf } from '../../../cloudfunctions/domain/publication/publication'
import { aDistrict, aLife, type Life } from '../../support/builders'

const read = (life: Life) => publicationOf(life.ticket, aDistrict())
const tasks = (life: Life) => life.ticket.centreTasks

describe('a matter on the square', () => {
  test('is there once the centre approved it, with its masked words, its reply, its street and no caller', () => {
    const life = aLife({
      status: 'callback',
      submit: { name: '赵一', description: '赵一家门口的路灯不亮，电话13800000000。' },
    })
    expect(read(life)).toBeUndefined()
    expect(tasks(life)).toContain('publish')
    life.do('publish')
    expect(tasks(life)).not.toContain('publish')
    expect(read(life)).toMatchObject({
      boards: ['matters'],
      description: '［隐去］家门口的路灯不亮，电话［隐去］。',
      replies: [{ text: '灯已修好。' }],
      streetId: 'east',
    })
    expect(JSON.stringify(read(life))).not.toMatch(/alias|赵一|1380|里巷三号/)
  })

  test('a reply written later waits to be approved as well', () => {
    const life = aLife({ status: 'callback' }).do('publish')
    const unhappy = { contacted: true, solved: false, grade: 'dissatisfied' } as const
    life.do('evaluate', unhappy).do('reply', { text: '又修了一次。', publish: true })
    life.until(life.at + 60_000).do('review')
    expect(tasks(life)).toContain('publish')
    expect(read(life)?.replies).toMatchObject([{ text: '灯已修好。' }])
    life.do('publish')
    expect(read(life)?.replies).toHaveLength(2)
  })

  test('photos only where the reviewer marked them, and files of other tickets never', () => {
    const attachments = [
      { fileId: 'cloud://a', type: 'photo' as const },
      { fileId: 'cloud://b', type: 'photo' as const },
    ]
    const life = aLife({ status: 'callback', submit: { attachments } })
    expect(read(life.do('publish'))?.photos).toEqual([])
    const copyId = 'cloud://stage/published/copy-1.jpg'
    const photos = [
      { fileId: 'cloud://b', copyId },
      { fileId: 'cloud://elsewhere', copyId: 'cloud://stage/published/copy-2.jpg' },
    ]
    expect(read(life.do('publish', { photos }))?.photos).toEqual([{ fileId: copyId, type: 'photo' }])
    expect(JSON.stringify(read(life))).not.toContain('cloud://b')
  })

  test.each([
    ['that nobody looked at', undefined],
    ['whose copy is the original', 'cloud://b'],
    ['whose copy is another ticket’s file', 'cloud://stage/attachments/0/1.jpg'],
  ])('a photo %s is refused', (_which, copyId) => {
    const attachments = [{ fileId: 'cloud://b', type: 'photo' as const }]
    const life = aLife({ status: 'callback', submit: { attachments } })
    const photos = [{ fileId: 'cloud://b', ...(copyId && { copyId }) }]
    expect(life.refusal('publish', { photos })).toBe('PHOTO_NOT_LOOKED_AT')
  })

  test('withheld, it is gone; a reply that was not meant for everybody asks nobody', () => {
    const life = aLife({ status: 'callback' }).do('publish').do('withhold')
    expect(read(life)).toBeUndefined()
    const quiet = aLife({ status: 'acknowledged' }).do('reply', { publish: false }).do('review')
    expect(tasks(quiet)).not.toContain('publish')
  })

  test('promises and blocks stand on their boards, and say whether they were kept', () => {
    const life = aLife({ status: 'acknowledged' }).do('commit').do('block').do('ruleBlock').do('publish')
    expect(read(life)).toMatchObject({
      boards: ['matters', 'promises', 'blocks'],
      commitments: [{ state: 'open', measure: '换灯' }],
      block: { measure: '列入计划' },
    })
    life.do('unblock').do('fulfil')
    expect(read(life)).toMatchObject({ boards: ['matters', 'promises'], commitments: [{ state: 'kept' }] })
  })

  test('the square is told of what changes there, and of nothing else', () => {
    const told = (life: Life) => life.ticket.outbox.some(({ kind }) => kind === 'publication')
    const life = aLife({ status: 'callback' }).deliver()
    expect(told(life.do('note'))).toBe(false)
    expect(told(life.do('publish'))).toBe(true)
    expect(told(life.deliver().do('note'))).toBe(false)
    expect(told(life.deliver().do('coSign'))).toBe(true)
  })
})

describe('曝光', () => {
  const accusing = () =>
    aLife({
      status: 'acknowledged',
      submit: {
        serviceCode: 'manner',
        kind: 'report',
        againstDepartmentId: 'city-management',
        secrecy: 'confidential',
        description: '执法的人收钱。',
      },
    })

  test('a 举报 itself is never published', () => {
    expect(accusing().refusal('publish')).toBe('NOT_PUBLISHABLE')
  })

  test('a verified finding is, once the supervisor approved it, and says nothing of the call', () => {
    const life = accusing().do('recordFinding', { verdict: 'verified', text: '经查属实，已立案。' })
    expect(read(life)).toBeUndefined()
    expect(tasks(life)).toContain('ruleFinding')
    life.do('ruleFinding')
    expect(read(life)).toMatchObject({
      boards: ['findings'],
      number: '',
      finding: { text: '经查属实，已立案。', aboutDepartmentId: 'city-management' },
    })
    expect(JSON.stringify(read(life))).not.toMatch(/执法的人收钱|lane|alias/)
  })

  test.each([
    ['an unfounded one', { verdict: 'unfounded', text: '查无此事。' } as const, undefined],
    ['a refused one', { verdict: 'verified', text: '属实。' } as const, { grant: false, text: '先不公开' }],
  ])('%s is not', (_which, finding, ruling) => {
    const life = accusing().do('recordFinding', finding)
    if (ruling) life.do('ruleFinding', ruling)
    else expect(life.refusal('ruleFinding')).toBe('NO_APPLICATION')
    expect(read(life)).toBeUndefined()
  })

  const shown = () => accusing().do('recordFinding').do('ruleFinding')

  test('a published one is never written over: what everybody read does not vanish without a word', () => {
    expect(shown().refusal('recordFinding')).toBe('FINDING_PUBLISHED')
    expect(accusing().do('recordFinding').refusal('amendFinding')).toBe('NO_PUBLISHED_FINDING')
  })

  test('taken down after the supervisor’s word, it says so and why, and its text is read no more', () => {
    const life = shown().do('amendFinding', { kind: 'withdraw', reason: '证人翻供' })
    expect(read(life)?.finding).toMatchObject({ text: '经查属实，已批评教育。' })
    expect(read(life)?.finding).not.toHaveProperty('changes')
    expect(tasks(life)).toContain('ruleFinding')
    expect(life.refusal('amendFinding')).toBe('APPLICATION_OPEN')
    life.do('ruleFinding', { text: '同意撤下' })
    expect(tasks(life)).not.toContain('ruleFinding')
    expect(read(life)).toMatchObject({
      subject: expect.stringContaining('已撤下') as string,
      finding: { text: '', changes: [{ kind: 'withdraw', reason: '证人翻供' }] },
    })
    expect(JSON.stringify(read(life))).not.toContain('批评教育')
    expect(life.ticket.finding?.amendments).toMatchObject([
      { before: '经查属实，已批评教育。', approval: { grant: true, text: '同意撤下' } },
    ])
    expect(life.refusal('amendFinding')).toBe('NO_PUBLISHED_FINDING')
  })

  test('corrected, the new words stand with the reason, once each, and the old ones stay on the ticket', () => {
    const life = shown()
      .do('amendFinding', { kind: 'correct', text: '经查部分属实。', reason: '次数写错' })
      .do('ruleFinding')
      .do('amendFinding', { kind: 'correct', text: '经查部分属实，已退款。', reason: '补写退款' })
      .do('ruleFinding')
    expect(read(life)?.finding).toMatchObject({
      text: '经查部分属实，已退款。',
      changes: [{ reason: '次数写错' }, { reason: '补写退款' }],
    })
    expect(life.ticket.finding?.amendments?.map(({ before }) => before)).toEqual([
      '经查属实，已批评教育。',
      '经查部分属实。',
    ])
    expect(life.refusal('amendFinding', { kind: 'correct', text: undefined, reason: '空的' })).toBe(
      'INVALID_INPUT',
    )
  })

  test('where the supervisor says no, everything stays as it was, and it may be asked again', () => {
    const life = shown().do('amendFinding').do('ruleFinding', { grant: false, text: '事实没有变' })
    expect(read(life)?.finding).not.toHaveProperty('changes')
    expect(life.refusal('amendFinding')).toBeUndefined()
  })

  test('where nobody is accused there is nothing to find', () => {
    expect(aLife({ status: 'acknowledged' }).refusal('recordFinding')).toBe('NO_ACCUSED')
  })
})
