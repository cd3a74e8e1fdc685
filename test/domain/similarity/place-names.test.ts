import { expect, test } from 'vitest'
import { placeNames } from '../../../cloudfunctions/domain/similarity/place-names'

test.each([
  ['A3区春晓花园小区门口没有路灯', ['春晓花园']],
  ['光明小区没有路灯', ['光明小区']],
  ['我住在云梦家园，旁边就是实验小学', ['云梦家园', '实验小学']],
  ['请求解决东风大道与长江路交汇处积水', ['东风大道', '长江路']],
  ['反映翠湖街道办事处不作为', ['翠湖街道']],
  ['我们小区没有电梯', []],
  ['这条路坏了很久', []],
  ['', []],
])('%s → %j', (text, names) => {
  expect(placeNames(text)).toEqual(names)
})
