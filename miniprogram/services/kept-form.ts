import type { Behalf } from '../../typings/contract/behalf'
import type { PriorityGroup } from '../../typings/contract/priority'
import type { Secrecy } from '../../typings/contract/ticket'
import { newCommandId } from './cloud'
import type { ChosenPlace, KeptFile } from './draft'
import { receiptFor } from './receipts'

/** What is typed into a form of another kind than 我要呼 stays on the phone as well, each form by itself. */
interface KeptForms {
  /** 代办. */
  behalf: {
    commandId: string
    description: string
    name: string
    phone: string
    relation: Behalf['relation'] | ''
    consent: Behalf['consent'] | ''
    place: ChosenPlace | null
    files: KeptFile[]
    withPlace: boolean
    priorityGroup: PriorityGroup | ''
  }
  /** 曝光. */
  expose: {
    commandId: string
    description: string
    unit: { departmentId: string; name: string } | null
    serviceCode: string
    secrecy: Exclude<Secrecy, 'named'>
    phone: string
    files: KeptFile[]
  }
}

type FormName = keyof KeptForms

/** A form as it goes into the outbox, to be filled in again where the answer is a refusal. */
export type KeptForm = { [Name in FormName]: { name: Name; fields: KeptForms[Name] } }[FormName]

const pages: Record<FormName, string> = {
  behalf: '/square/behalf/behalf',
  expose: '/square/expose/expose',
}

const keyOf = (name: FormName) => `form-${name}`

/** What was left unsent, or an empty one; of what has its receipt already, nothing is taken over. */
export function openForm<Name extends FormName>(
  name: Name,
  empty: Omit<KeptForms[Name], 'commandId'>,
): KeptForms[Name] {
  const kept = wx.getStorageSync(keyOf(name)) as KeptForms[Name] | ''
  if (kept && !receiptFor(kept.commandId)) return kept
  return { ...empty, commandId: newCommandId() } as KeptForms[Name]
}

export function keepForm({ name, fields }: KeptForm): void {
  wx.setStorageSync(keyOf(name), fields)
}

export function dropForm(name: FormName): void {
  wx.removeStorageSync(keyOf(name))
}

export function dropForms(): void {
  for (const name of Object.keys(pages) as FormName[]) dropForm(name)
}

export const pageOf = ({ name }: KeptForm): string => pages[name]
