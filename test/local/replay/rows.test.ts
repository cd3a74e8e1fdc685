import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { readLocalTime } from '../../../local/replay/local-time-forms'
import { readRows } from '../../../local/replay/rows'

const head = 'id,user,subject,time,detail,reply,reply_time'

function aFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'messages.csv')
  writeFileSync(file, text)
  return file
}

test.each([
  ['slashes, no leading zeros', '2019/4/25 9:32:09', '2019-04-25T09:32:09+08:00'],
  ['dashes', '2019-02-28 11:25:05', '2019-02-28T11:25:05+08:00'],
  ['a bare date, which is midnight', '2019/4/25', '2019-04-25T00:00:00+08:00'],
  ['without seconds', '2020/1/8 11:23', '2020-01-08T11:23:00+08:00'],
])('reads %s', (_, text, expected) => {
  expect(readLocalTime(text)).toBe(Date.parse(expected))
})

test.each([['昨天'], ['2019/2/30 9:00:00'], ['2019/13/1'], ['2019/4/25 25:00:00'], ['']])(
  'does not guess at %s',
  (text) => {
    expect(readLocalTime(text)).toBeUndefined()
  },
)

describe('a file of messages', () => {
  it('gives rows in Shanghai time, with or without an answer', async () => {
    const file = aFile(
      `\uFEFF${head}\n1,u1,路灯,2019/4/25 9:32:09,路灯不亮,"已修好,\n请查看",2019/4/26\n2,u2,噪音,2019/4/25,夜里吵,,\n`,
    )
    const { rows, bad } = await readRows(file)
    expect(bad).toEqual([])
    expect(rows).toMatchObject([
      { id: '1', answer: { text: '已修好,\n请查看', at: Date.parse('2019-04-26T00:00:00+08:00') } },
      { id: '2', time: Date.parse('2019-04-25T00:00:00+08:00') },
    ])
    expect(rows[1]).not.toHaveProperty('answer')
  })

  it('takes a bare date of the same day as no earlier than the call', async () => {
    const file = aFile(`${head}\n1,u1,路灯,2019/4/25 9:32:09,路灯不亮,已修好,2019/4/25\n`)
    const { rows } = await readRows(file)
    expect(rows[0]?.answer?.at).toBe(rows[0]?.time)
  })

  it.each([
    [
      'an unreadable time',
      '1,u,路灯,昨天,路灯不亮,好,2019/4/26',
      { code: 'TIME_UNREADABLE', column: 'time' },
    ],
    [
      'an answer before the call',
      '1,u,路灯,2019/4/25 9:00:00,路灯不亮,好,2019/4/24',
      { code: 'REPLY_BEFORE_CALL', column: 'reply_time' },
    ],
    ['no words at all', '1,u,,2019/4/25,,好,2019/4/26', { code: 'TEXT_MISSING', column: 'detail' }],
    [
      'an answer without a time',
      '1,u,路灯,2019/4/25,不亮,好,',
      { code: 'TIME_UNREADABLE', column: 'reply_time' },
    ],
    ['columns cut off', '1,u,路灯,2019/4/25', { code: 'COLUMN_MISSING', column: 'detail' }],
  ])('names the line of %s and goes on', async (_, line, expected) => {
    const file = aFile(`${head}\n${line}\n2,u,噪音,2019/4/25,夜里吵,好,2019/4/26\n`)
    const { rows, bad } = await readRows(file)
    expect(bad).toEqual([{ line: 2, ...expected }])
    expect(rows.map(({ id }) => id)).toEqual(['2'])
  })

  it('refuses an id that stood before', async () => {
    const row = '1,u,噪音,2019/4/25,夜里吵,好,2019/4/26'
    const { rows, bad } = await readRows(aFile(`${head}\n${row}\n${row}\n`))
    expect(rows).toHaveLength(1)
    expect(bad).toEqual([{ line: 3, code: 'ID_REPEATED', column: 'id' }])
  })

  it('says where a file stops being CSV', async () => {
    const { bad } = await readRows(aFile(`${head}\n1,u,"路灯,2019/4/25,不亮,好,2019/4/26\n`))
    expect(bad).toMatchObject([{ code: 'CSV_BROKEN' }])
  })
})
