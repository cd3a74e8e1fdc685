import type { NoticeKind } from '../../typings/contract/notification'
import type { SubscribeTemplate } from '../domain/notification/we-chat-fields'
import stored from '../subscribe-templates.json'

/**
 * The tenant's templates, as applied for in WeChat's console: real ids replace the keys of subscribe-templates.json, and
 * the fields are those of the template that was granted.
 */
export const subscribeTemplates: readonly SubscribeTemplate[] = Object.entries(
  stored as Record<string, Omit<SubscribeTemplate, 'id'>>,
).map(([id, template]) => ({ id, ...template }))

export const templateFor = (kind: NoticeKind): SubscribeTemplate | undefined =>
  subscribeTemplates.find((template) => template.for === kind)
