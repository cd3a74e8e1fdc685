import type { SubmitInput } from '../../typings/contract/commands'
import type { Limits } from '../../typings/contract/limits'
import type { Draft } from './draft'

/** Stated here as well: a drift from the contract fails to compile. */
export const limits = {
  description: 2000,
  attachments: 9,
  address: 200,
  supplement: 500,
  reason: 500,
} as const satisfies Partial<Limits>

export interface Contact {
  name: string
  phone: string
}

/** What has to be mended before sending, by field; empty where nothing has. */
export interface Problems {
  description?: string
  place?: string
  phone?: string
}

const phonePattern = /^\+?[\d-]{5,20}$/

export const isPhone = (typed: string): boolean => phonePattern.test(typed.trim())

export function problemsOf(draft: Draft, contact: Contact): Problems {
  const problems: Problems = {}
  const { length } = draft.description.trim()
  const over = draft.description.length - limits.description
  if (length === 0 && !isSpoken(draft)) problems.description = '请先说说发生了什么事，写字、录音都行。'
  if (over > 0) problems.description = `写得太长了，请删掉 ${over} 个字。已写的内容都在。`
  if (!draft.place) problems.place = '请选一选事情发生在哪里。'
  if (draft.secrecy !== 'anonymous' && !isPhone(contact.phone)) {
    problems.phone = contact.phone.trim()
      ? '电话号码好像不对，请再看一遍。'
      : '请留一个电话，承办的人好联系您。不想留，可以选匿名。'
  }
  return problems
}

/** Whether neighbours could see anything of it at all: then the person is asked. */
export const mayShare = ({ secrecy, kind }: Pick<Draft, 'secrecy' | 'kind'>): boolean =>
  secrecy === 'named' && kind !== 'report'

/** What stands for the words of who only spoke; people listen before it goes anywhere. */
const spokenOnly = '用语音反映的，没有写字，请听录音。'

const isSpoken = ({ files }: Draft): boolean => files.some(({ type }) => type === 'voice')

/** @param draft without problems */
export function inputOf(draft: Draft, contact: Contact): Omit<SubmitInput, 'attachments'> {
  const { against, description, kind, serviceCode, secrecy, place, share = true, priorityGroup } = draft
  const address = place?.address.trim()
  const name = contact.name.trim()
  const answers = Object.fromEntries(
    Object.entries(draft.answers).filter(([, answer]) => answer.trim() !== ''),
  )
  return {
    kind,
    description: description.trim() || spokenOnly,
    ...(serviceCode && { serviceCode }),
    place: { areaId: place?.areaId ?? '', ...(address && { address }) },
    answers,
    secrecy,
    ...(mayShare(draft) && { share }),
    ...(secrecy !== 'anonymous' && priorityGroup && { priorityGroup }),
    ...(kind === 'report' && against && { againstDepartmentId: against.departmentId }),
    ...(secrecy !== 'anonymous' && { phone: contact.phone.trim(), ...(name && { name }) }),
  }
}
