import type { DepartmentClass } from '../../../typings/contract/directory'
import type { TicketPage, TicketView } from '../../../typings/contract/views'

interface Common {
  key: string
  label: string
  optional?: true
  /** Asked only where another field has this value. */
  when?: { key: string; is: string }
}

/** What a sheet asks for. */
export type Field =
  | (Common & { kind: 'text'; placeholder: string; most: number; chips?: readonly string[]; number?: true })
  | (Common & { kind: 'choice'; options: readonly { value: string; words: string }[] })
  /** Found by typing; several are joined by commas. */
  | (Common & { kind: 'department' | 'service' | 'ticket' | 'colleague'; several?: true })
  | (Common & { kind: 'date' })

/** What was filled in, by the field's key; dates as 'YYYY-MM-DD'. */
export type Values = Readonly<Record<string, string>>

/** Who looks at what: enough to know which steps fit. */
export interface Standing {
  ticket: TicketView
  now: TicketPage['now']
  /** Departments in which the reader holds a post. */
  departmentIds: readonly string[]
  /** Of those departments. */
  classes: readonly DepartmentClass[]
}

/** One thing that can be done to a ticket: its button, its short sheet, its command. */
export interface Step {
  /** On the button. */
  action: string
  /** One line on what follows from it. */
  follows: string
  /** What it asks for; of the ticket looked at, where that says what can be chosen. */
  fields: readonly Field[] | ((standing: Standing) => readonly Field[])
  /** Beyond `mayDo`: whether the ticket's own state asks for it or allows it. */
  fits: (standing: Standing) => boolean
  /** Shown as the one next thing rather than behind 更多. */
  isNext: (standing: Standing) => boolean
  /** @throws CallFailure */
  give: (values: Values, standing: Standing) => Promise<unknown>
  done: string
}

export const always = () => true
export const never = () => false

/** Which ticket, as every command carries it. */
export const on = ({ ticket }: Standing) => ({ ticketId: ticket._id })

/** What a field for several holds. */
export const listOf = (value = ''): string[] => value.split(',').filter(Boolean)

export const isBlocked = ({ ticket: { block } }: Standing): boolean =>
  block?.state === 'granted' && block.liftedAt === undefined

export const reasonMost = 500

export const reason = (placeholder: string, chips: readonly string[] = []): Field => ({
  kind: 'text',
  key: 'reason',
  label: '理由',
  placeholder,
  chips,
  most: reasonMost,
})

export const words = (label: string, placeholder: string, chips: readonly string[] = []): Field => ({
  kind: 'text',
  key: 'text',
  label,
  placeholder,
  chips,
  most: reasonMost,
})

/** A ruling is the same two answers and a word on why. */
export const ruling = (yes: string, no: string): readonly Field[] => [
  {
    kind: 'choice',
    key: 'grant',
    label: '裁定',
    options: [
      { value: 'yes', words: yes },
      { value: 'no', words: no },
    ],
  },
  words('说明', '裁定的依据，承办单位会看到'),
]
