import type { SubmitInput } from '../../typings/contract/commands'
import type { Attachment } from '../../typings/contract/ticket'
import type { Receipt } from '../../typings/contract/views'
import { CallFailure, submitAs, troubleOf } from './cloud'
import { dropDraft, type Draft, type KeptFile } from './draft'
import { isOnline, onNetwork } from './network'
import { keepReceipt } from './receipts'

/** A call that was handed over and waits for the network. Sent again until answered, always under its commandId. */
export interface Parcel {
  commandId: string
  input: Omit<SubmitInput, 'attachments'>
  files: (KeptFile & { fileId?: string })[]
  /** To fill the form again where the answer is a refusal. */
  draft: Draft
  /** What was wrong with it, where the centre refused it while nobody looked. */
  refused?: string
}

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

/** Keeps the parcel first, then tries to send it. @throws CallFailure where it was refused; the draft is still there. */
export async function handOver(parcel: Parcel): Promise<Fate> {
  if (!read().some(({ commandId }) => commandId === parcel.commandId)) change((all) => [...all, parcel])
  try {
    const sent = await sendOnce(parcel.commandId)
    dropDraft()
    return { sent }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    if (error.mayRetry) {
      dropDraft()
      return { waiting: error }
    }
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

/** Takes a refused parcel back, to be mended in the form. */
export function takeBack(commandId: string): Draft | undefined {
  const parcel = read().find((one) => one.commandId === commandId)
  remove(commandId)
  return parcel?.draft
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
  for (const [index, file] of parcel.files.entries()) {
    const fileId = file.fileId ?? (await upload(file, index))
    const files = read().find((one) => one.commandId === commandId)?.files ?? parcel.files
    patch(commandId, { files: files.map((one, at) => (at === index ? { ...one, fileId } : one)) })
    attachments.push({ fileId, type: file.type })
  }
  const receipt = await submitAs(commandId, {
    ...parcel.input,
    ...(attachments.length > 0 && { attachments }),
  })
  keepReceipt(commandId, receipt, parcel.input)
  remove(commandId)
  return receipt
}

/** The name tells nothing of the caller or the ticket. */
export async function upload(file: KeptFile, index: number): Promise<string> {
  const ending = /\.(\w+)$/.exec(file.path)?.[1] ?? 'jpg'
  const random = `${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`
  const cloudPath = `attachments/${random}/${index}.${ending}`
  const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath: file.path }).catch((error: unknown) => {
    throw troubleOf(error, 'sending')
  })
  return fileID
}

const patch = (commandId: string, part: Partial<Parcel>) =>
  change((all) => all.map((one) => (one.commandId === commandId ? { ...one, ...part } : one)))

const remove = (commandId: string) => change((all) => all.filter((one) => one.commandId !== commandId))

function change(make: (all: Parcel[]) => Parcel[]): void {
  write(make(read()))
  for (const listener of [...listeners]) listener()
}
