import type { Grade } from '../../../typings/contract/directory'
import { gradeWords } from '../../labels'
import { type Field, reasonMost, type Values } from './step'

const onceAnswered = { key: 'answered', is: 'yes' }

const yesOrNo = (key: string, label: string, yes: string, no: string): Field => ({
  kind: 'choice',
  key,
  label,
  options: [
    { value: 'yes', words: yes },
    { value: 'no', words: no },
  ],
})

/** What a callback by telephone asks: whether somebody answered, and the three questions. */
export const callFields: readonly Field[] = [
  yesOrNo('answered', '接通了吗', '接通', '没接通'),
  { ...yesOrNo('contacted', '承办单位联系过您吗', '联系过', '没有'), when: onceAnswered },
  { ...yesOrNo('solved', '问题解决了吗', '解决了', '没有'), when: onceAnswered },
  {
    kind: 'choice',
    key: 'grade',
    label: '您满意吗',
    when: onceAnswered,
    options: Object.entries(gradeWords).map(([value, said]) => ({ value, words: said })),
  },
  {
    kind: 'text',
    key: 'text',
    label: '群众还说了什么',
    placeholder: '照原话记',
    most: reasonMost,
    optional: true,
    when: onceAnswered,
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
