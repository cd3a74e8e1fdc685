import type { Grade } from '../../../typings/contract/directory'
import { gradeWords } from '../../labels'
import { type Field, reasonMost, type Values } from './step'

/** What a callback by telephone asks: whether somebody answered, and the three questions. */
export const callFields: readonly Field[] = [
  {
    kind: 'choice',
    key: 'answered',
    label: '接通了吗',
    options: [
      { value: 'yes', words: '接通' },
      { value: 'no', words: '没接通' },
    ],
  },
  {
    kind: 'choice',
    key: 'contacted',
    label: '承办单位联系过您吗',
    when: { key: 'answered', is: 'yes' },
    options: [
      { value: 'yes', words: '联系过' },
      { value: 'no', words: '没有' },
    ],
  },
  {
    kind: 'choice',
    key: 'solved',
    label: '问题解决了吗',
    when: { key: 'answered', is: 'yes' },
    options: [
      { value: 'yes', words: '解决了' },
      { value: 'no', words: '没有' },
    ],
  },
  {
    kind: 'choice',
    key: 'grade',
    label: '您满意吗',
    when: { key: 'answered', is: 'yes' },
    options: Object.entries(gradeWords).map(([value, said]) => ({ value, words: said })),
  },
  {
    kind: 'text',
    key: 'text',
    label: '群众还说了什么',
    placeholder: '照原话记',
    most: reasonMost,
    optional: true,
    when: { key: 'answered', is: 'yes' },
  },
]

/** What the sheet said of it. */
export const callOf = ({ answered, contacted, solved, grade, text }: Values) =>
  answered === 'yes'
    ? {
        answered: true,
        contacted: contacted === 'yes',
        solved: solved === 'yes',
        grade: grade as Grade,
        ...(text && { comment: text }),
      }
    : { answered: false }
