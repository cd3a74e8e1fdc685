import type { SubmitInput } from '../../typings/contract/commands'
import type { KeptForm } from './kept-form'
import { handOver } from './outbox'
import { receiptFor } from './receipts'

/** What is said once a call of another form than 我要呼 was handed over. */
export interface HandedIn {
  number: string
  receiptCode: string
  /** No network: it leaves by itself later. */
  waiting: boolean
}

/** Through the same outbox, so that a lost network or a second tap makes one ticket. @throws CallFailure where refused. */
export async function handIn(form: KeptForm, input: Omit<SubmitInput, 'attachments'>): Promise<HandedIn> {
  const { commandId, files } = form.fields
  const fate = await handOver({ commandId, input, files, form })
  const receipt = 'sent' in fate ? fate.sent : receiptFor(commandId)?.receipt
  return {
    number: receipt?.number ?? '',
    receiptCode: receipt?.receiptCode ?? '',
    waiting: 'waiting' in fate,
  }
}
