import { classifyText } from '../../cloudfunctions/domain/routing/text/classify-text'
import { suggestFromText } from '../../cloudfunctions/domain/routing/text/suggest-from-text'
import type { TextModel } from '../../cloudfunctions/domain/routing/text/text-model'
import type { MessageText } from '../../cloudfunctions/domain/routing/suggest-service'
import type { Service } from '../../typings/contract/directory'

/** What the product makes of messages whose class is known: model and the catalogue's words together. Counts of messages. */
export interface Dispatched {
  messages: number
  /** The class of the first guess is the true one. */
  right: number
  /** Dispatched by itself (a service of the class is clear as well), and to the right class. */
  auto: number
  autoRight: number
  /** The words took the model's place: how often, how often they were right, and how often the model would have been. */
  overruled: number
  wordsRight: number
  modelRight: number
}

export function judgeDispatch(
  messages: readonly { text: MessageText; label: string }[],
  services: readonly Service[],
  model: TextModel,
): Dispatched {
  const told = { messages: 0, right: 0, auto: 0, autoRight: 0, overruled: 0, wordsRight: 0, modelRight: 0 }
  for (const { text, label } of messages) {
    const guess = suggestFromText(text, services, model)
    const right = Number(guess.level1 === label)
    told.messages++
    told.right += right
    if (guess.auto) {
      told.auto++
      told.autoRight += right
    }
    if (guess.basis === 'catalogueWords') {
      told.overruled++
      told.wordsRight += right
      told.modelRight += Number(classifyText(text, model).ranked[0]!.label === label)
    }
  }
  return told
}

export const inAll = (parts: readonly Dispatched[]): Dispatched =>
  parts.reduce((sum, part) => ({
    messages: sum.messages + part.messages,
    right: sum.right + part.right,
    auto: sum.auto + part.auto,
    autoRight: sum.autoRight + part.autoRight,
    overruled: sum.overruled + part.overruled,
    wordsRight: sum.wordsRight + part.wordsRight,
    modelRight: sum.modelRight + part.modelRight,
  }))
