import type { Service } from '../../../../typings/contract/directory'
import { suggestService, type MessageText, type Suggestion } from '../suggest-service'
import { classifyText } from './classify-text'
import type { TextModel } from './text-model'

export interface TextSuggestion {
  /** Absent where the class is known and no word tells which of its services: the desk chooses. */
  serviceCode?: string
  level1: string
  /** By the model: calibrated, 0 to 1. By the catalogue's words: their share of the evidence, not a probability. */
  confidence: number
  /** Who says so. Classes that no text was learnt for are known by the catalogue's words only. */
  basis: 'model' | 'catalogueWords'
  /** Sure enough to be dispatched without a person; never by the catalogue's words alone, nor without a service. */
  auto: boolean
  alternatives: readonly { serviceCode?: string; level1: string; confidence: number }[]
  /** The message's words that told, strongest first. */
  why: readonly string[]
}

const mostAlternatives = 2
/** The catalogue's share of the evidence at which a class without training text outweighs the model. */
const wordsOutweigh = 0.5
/** A model as sure as this isn't outweighed by words. */
const sureModel = 0.9

/**
 * What a message is about: the class by the trained model, the service within it by the catalogue's words; or both by the
 * words, where they speak clearly for a class that the model never saw.
 * @param threshold from which confidence a matter is dispatched by itself; the tenant's, else the model's own (98 %)
 */
export function suggestFromText(
  message: MessageText,
  services: readonly Service[],
  model: TextModel,
  threshold: number = model.threshold,
): TextSuggestion {
  const { ranked, why } = classifyText(message, model)
  const first = ranked[0]!
  const words = suggestService(message, services)
  const level1 = words && classOf(words.serviceCode, services)
  if (words && level1 !== undefined && outweighs(words, level1, first.confidence, model)) {
    return {
      serviceCode: words.serviceCode,
      level1,
      confidence: words.confidence,
      basis: 'catalogueWords',
      auto: false,
      alternatives: [
        ...words.alternatives.map(({ serviceCode, confidence }) => ({
          serviceCode,
          level1: classOf(serviceCode, services) ?? '',
          confidence,
        })),
        withService(first, message, services),
      ].slice(0, mostAlternatives),
      why: words.why,
    }
  }
  const best = withService(first, message, services)
  return {
    ...best,
    basis: 'model',
    auto: first.confidence >= threshold && best.serviceCode !== undefined,
    alternatives: ranked.slice(1, 1 + mostAlternatives).map((label) => withService(label, message, services)),
    why,
  }
}

function outweighs(words: Suggestion, level1: string, confidence: number, { labels }: TextModel): boolean {
  return !labels.includes(level1) && words.confidence >= wordsOutweigh && confidence < sureModel
}

function withService(
  { label, confidence }: { label: string; confidence: number },
  message: MessageText,
  services: readonly Service[],
) {
  const found = suggestService(message, servicesOf(label, services))
  return { ...(found && { serviceCode: found.serviceCode }), level1: label, confidence }
}

const classOf = (serviceCode: string, services: readonly Service[]) =>
  services.find(({ code }) => code === serviceCode)?.level1

const byClass = new WeakMap<readonly Service[], Map<string, readonly Service[]>>()

/** The same array for the same snapshot, so that its words are planted once. */
function servicesOf(level1: string, services: readonly Service[]): readonly Service[] {
  const known = byClass.get(services) ?? new Map<string, readonly Service[]>()
  byClass.set(services, known)
  const own = known.get(level1) ?? services.filter((service) => service.level1 === level1)
  known.set(level1, own)
  return own
}
