import type { SubmitInput } from '../../typings/contract/commands'
import type { Attachment } from '../../typings/contract/ticket'
import type { Receipt } from '../../typings/contract/views'
import { CallFailure, submitAs, troubleOf } from './cloud'
import { dropDraft, type Draft, keepDraft, type KeptFile } from './draft'
import { dropForm, keepForm, type KeptForm, pageOf } from './kept-form'
import { isOnline, onNetwork } from './network'
import { forgetFile } from './photos'
import { keepReceipt } from './receipts'

/** Named before it leaves, so that an upload broken off and begun again is one file. */
interface KeptUpload extends KeptFile {
  cloudPath?: string
  fileId?: string
}

/** A call that was handed over and waits for the network. Sent again until answered, always under its commandId. */
export type Parcel = Sending & Origin

interface Sending {
  commandId: string
  input: Omit<SubmitInput, 'attachments'>
  files: KeptUpload[]
  /** What was wrong with it, where the centre refused it while nobody looked. */
  refused?: string
}

/** To fill in again what it was written on, where the answer is a refusal. */
type Origin = { draft: Draft; form?: undefined } | { form: KeptForm; draft?: undefined }

export type Fate = { sent: Receipt } | { waiting: CallFailure }

const KEY = 'outbox'

const read = (): Parcel[] => (wx.getStorageSync(KEY) as Parcel[] | '') || []
const write = (parcels: Parcel[]) => wx.setStorageSync(KEY, parcels)

type Listener = () => void
const listeners = new Set<Listener>()

/** Tells when something left or joined. @returns the way to stop listening */
export function onOutbox(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const waitingParcels = (): readonly Parcel[] => read()

/**
 * Keeps the parcel first, then tries to send it. From then on the parcel holds the draft: an app that is killed meanwhile
 * finds it in one place only. @throws CallFailure where it was refused; the draft is back.
 */
export async function handOver(parcel: Parcel): Promise<Fate> {
  if (!read().some(({ commandId }) => commandId === parcel.commandId)) change((all) => [...all, parcel])
  if (parcel.form) dropForm(parcel.form.name)
  else dropDraft()
  try {
    return { sent: await sendOnce(parcel.commandId) }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    if (error.mayRetry) return { waiting: error }
    restore(parcel)
    remove(parcel.commandId)
    throw error
  }
}

/** Once, from app.ts: what waits leaves when there is a network. */
export function watchOutbox(): void {
  onNetwork((online) => {
    if (online) void flush()
  })
}

export async function flush(): Promise<void> {
  for (const { commandId, refused } of read()) {
    if (refused !== undefined || !isOnline()) continue
    try {
      await sendOnce(commandId)
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      if (!error.mayRetry) patch(commandId, { refused: error.message })
    }
  }
}

/** Takes a refused parcel back. @returns the page with the form to mend it in */
export function takeBack(commandId: string): string {
  const parcel = read().find((one) => one.commandId === commandId)
  if (parcel) restore(parcel)
  remove(commandId)
  return parcel?.form ? pageOf(parcel.form) : '/pages/submit/submit'
}

function restore({ form, draft }: Origin) {
  if (form) keepForm(form)
  else keepDraft(draft)
}

const underWay = new Map<string, Promise<Receipt>>()

/** Two taps, or a tap and the returning network, share one sending. */
function sendOnce(commandId: string): Promise<Receipt> {
  const known = underWay.get(commandId)
  if (known) return known
  const sending = deliver(commandId).finally(() => underWay.delete(commandId))
  underWay.set(commandId, sending)
  return sending
}

async function deliver(commandId: string): Promise<Receipt> {
  const parcel = read().find((one) => one.commandId === commandId)
  if (!parcel) throw new Error('the parcel has left already')
  const attachments: Attachment[] = []
  for (const index of parcel.files.keys()) attachments.push(await sendFile(commandId, index))
  const receipt = await submitAs(commandId, {
    ...parcel.input,
    ...(attachments.length > 0 && { attachments }),
  })
  keepReceipt(commandId, receipt, parcel.input)
  remove(commandId)
  parcel.files.forEach(forgetFile)
  return receipt
}

/** What was sent before stays sent. */
async function sendFile(commandId: string, index: number): Promise<Attachment> {
  const file = read().find((one) => one.commandId === commandId)?.files[index]
  if (!file) throw new Error('the parcel has left already')
  const { type, point, cloudPath = cloudPathOf(file, index) } = file
  if (!file.cloudPath) patchFile(commandId, index, { cloudPath })
  const fileId = file.fileId ?? (await upload(file, index, cloudPath))
  if (!file.fileId) patchFile(commandId, index, { fileId })
  return { fileId, type, ...(point && { point }) }
}

/** The name tells nothing of the caller or the ticket. */
function cloudPathOf({ path }: KeptFile, index: number): string {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? 'jpg'
  const random = `${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`
  return `attachments/${random}/${index}.${ending}`
}

export async function upload(
  file: KeptFile,
  index: number,
  cloudPath = cloudPathOf(file, index),
): Promise<string> {
  const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath: file.path }).catch((error: unknown) => {
    throw troubleOf(error, 'sending')
  })
  return fileID
}

function patchFile(commandId: string, index: number, part: Partial<KeptUpload>) {
  const files = read().find((one) => one.commandId === commandId)?.files ?? []
  patch(commandId, { files: files.map((one, at) => (at === index ? { ...one, ...part } : one)) })
}

const patch = (commandId: string, part: Partial<Sending>) =>
  change((all) => all.map((one) => (one.commandId === commandId ? { ...one, ...part } : one)))

const remove = (commandId: string) => change((all) => all.filter((one) => one.commandId !== commandId))

function change(make: (all: Parcel[]) => Parcel[]): void {
  write(make(read()))
  for (const listener of [...listeners]) listener()
}
