import type { Trouble } from '../../../cloudfunctions/domain/similarity/same-trouble'

/** Invented by us. */
export const smoke =
  '我住在春晓花园三栋，楼下新开的烧烤店每天晚上油烟直接排到小区里，窗户都不敢开，多次找物业没有结果，请环保部门来看看。'

export const aTrouble = (over: Partial<Trouble> = {}): Trouble => ({
  subject: '春晓花园楼下烧烤店油烟扰民',
  detail: smoke,
  path: ['district', 'street-1', 'community-1'],
  submittedAt: Date.parse('2026-03-01T09:00:00+08:00'),
  ...over,
})

export const days = (count: number): number => count * 86_400_000
