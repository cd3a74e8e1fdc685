import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMessageRows } from '../../../local/brains/labelled-rows'

test('reads a BOM, quotes with line ends in them, and either name of the id', () => {
  const { rows, bad } = parseMessageRows(
    '\uFEFFrow_id,subject,detail,label\nM1,"路灯, 坏了","第一行\n第二行",城乡建设\n',
  )
  expect(bad).toEqual([])
  expect(rows).toMatchObject([
    { id: 'M1', subject: '路灯, 坏了', detail: '第一行\n第二行', label: '城乡建设' },
  ])
})

test('a row without any text is named by its line, and the others are read', () => {
  const { rows, bad } = parseMessageRows('id,subject,detail\n1,路灯,坏了\n2,,\n3,噪音,太吵\n')
  expect(rows.map(({ id }) => id)).toEqual(['1', '3'])
  expect(bad).toMatchObject([{ line: 3 }])
})

test('short and long rows and stray quotes are borne', () => {
  const { rows } = parseMessageRows('id,subject,detail\n1,只有主题\n2,他说"好",没人管,多一列\n')
  expect(rows.map(({ id, subject }) => [id, subject])).toEqual([
    ['1', '只有主题'],
    ['2', '他说"好"'],
  ])
})

test('nothing but a header is no rows', () => {
  expect(parseMessageRows('id,subject,detail\n')).toEqual({ rows: [], bad: [] })
})

test('a quote left open costs its own row, not those after it', () => {
  const { rows, bad } = parseMessageRows(
    'id,subject,detail\r\n1,路灯,坏了\r\n2,"没有关上,路面塌了\r\n3,噪音,太吵\r\n4,"他说""好""","第一行\r\n第二行"\r\n5,水管,漏水\r\n',
  )
  expect(rows.map(({ id, detail }) => [id, detail])).toEqual([
    ['1', '坏了'],
    ['3', '太吵'],
    ['4', '第一行\n第二行'],
    ['5', '漏水'],
  ])
  expect(bad).toEqual([{ line: 3, because: 'a quote is not closed' }])
})

test('whatever is written as CSV is read back', () => {
  const cell = fc.stringMatching(/^[一二三",\n 好]{0,8}$/).map((text) => `文${text}字`)
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (cells) => {
      const quoted = cells.map((row, n) =>
        [`${n}`, ...row].map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
      )
      const { rows, bad } = parseMessageRows(['id,subject,detail', ...quoted].join('\n'))
      expect(bad).toEqual([])
      expect(rows.map(({ subject, detail }) => [subject, detail])).toEqual(cells)
    }),
  )
})
