import type { FundedCommission } from '../../../typings/contract/commands'
import type { Field, Values } from './step'

/** 费随事转: asked for only where a duty goes down to a street that has it not on its list. */
export const commissionFields: readonly Field[] = [
  {
    kind: 'choice',
    key: 'funded',
    label: '派给街道、社区，又不在它的职责清单上的',
    optional: true,
    options: [{ value: 'yes', words: '有经费委托（费随事转）' }],
  },
  {
    kind: 'text',
    key: 'agreement',
    label: '委托文号或协议',
    placeholder: '例如：委托〔2026〕1 号',
    most: 80,
    when: { key: 'funded', is: 'yes' },
  },
  {
    kind: 'text',
    key: 'yuan',
    label: '委托经费（元）',
    placeholder: '例如：20000',
    most: 12,
    number: true,
    when: { key: 'funded', is: 'yes' },
  },
]

/** What the sheet said of it; the contract counts in fen. */
export const commissionOf = ({
  funded,
  agreement = '',
  yuan = '',
}: Values): { fundedCommission?: FundedCommission } =>
  funded === 'yes' ? { fundedCommission: { agreement, amount: Math.round(Number(yuan) * 100) } } : {}
