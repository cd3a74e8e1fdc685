import type { ConsentAnswer } from '../../../typings/contract/notification'
import type { SubscribeTemplate } from '../../domain/notification/we-chat-fields'
import { _, db, insertOnce } from '../cloud'

/** More than a ticket has people, each with a document per template. */
const readAtOnce = 300

/** Of these a repeated answer is recognised. */
const promptsKept = 20

/** `consents`: what one person let us send by one template. Ours, because WeChat tells nobody how many are left. */
interface Consent {
  _id: string
  left: number
  lastAnswer?: ConsentAnswer
  prompts: string[]
  at: number
}

const idOf = (recipientId: string, templateId: string) => `${recipientId}:${templateId}`

/** @returns what is left, by `recipient:template`. */
export async function consentsOf(
  recipientIds: readonly string[],
  templateIds: readonly string[],
): Promise<(recipientId: string, templateId: string) => number> {
  const ids = recipientIds.flatMap((one) => templateIds.map((templateId) => idOf(one, templateId)))
  const left = new Map<string, number>()
  for (let from = 0; from < ids.length; from += readAtOnce) {
    const some = ids.slice(from, from + readAtOnce)
    const { data } = await db
      .collection('consents')
      .where({ _id: _.in(some) })
      .limit(readAtOnce)
      .get()
    for (const consent of data as Consent[]) left.set(consent._id, consent.left)
  }
  return (recipientId, templateId) => left.get(idOf(recipientId, templateId)) ?? 0
}

/** Once a prompt, however often the phone sends it. A one-time yes given earlier outlives a later no. */
export async function keepAnswer(
  recipientId: string,
  { id, kind }: SubscribeTemplate,
  { answer, promptId, at }: { answer: ConsentAnswer; promptId: string; at: number },
): Promise<void> {
  const _id = idOf(recipientId, id)
  await insertOnce('consents', { _id, left: 0, prompts: [], at } satisfies Consent)
  const lasting = kind === 'long-term'
  const yes = answer === 'accept'
  await db
    .collection('consents')
    .where({ _id, prompts: _.nin([promptId]) })
    .update({
      ...(yes && { left: lasting ? _.set(1) : _.inc(1) }),
      ...(!yes && (lasting || answer === 'ban') && { left: _.set(0) }),
      lastAnswer: answer,
      prompts: _.push({ each: [promptId], slice: -promptsKept }),
      at,
    })
}

/** Takes one message's worth. @returns false where nothing is left. */
export async function takeConsent(recipientId: string, { id, kind }: SubscribeTemplate): Promise<boolean> {
  const { updated } = await db
    .collection('consents')
    .where({ _id: idOf(recipientId, id), left: _.gt(0) })
    .update({ ...(kind === 'one-time' && { left: _.inc(-1) }), used: _.inc(1) })
  return updated === 1
}

/** WeChat did not take the message, so the consent still stands. */
export async function giveBackConsent(recipientId: string, { id, kind }: SubscribeTemplate): Promise<void> {
  if (kind === 'long-term') return
  await db
    .collection('consents')
    .where({ _id: idOf(recipientId, id) })
    .update({ left: _.inc(1) })
}

/** WeChat says that the person takes none: our count was wrong. */
export async function correctConsent(recipientId: string, { id }: SubscribeTemplate): Promise<void> {
  await db
    .collection('consents')
    .where({ _id: idOf(recipientId, id) })
    .update({ left: _.set(0) })
}
