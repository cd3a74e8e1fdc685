import type { Service } from '../../../../typings/contract/directory'
import type { Guess } from '../../../../typings/contract/suggestion'
import { oneShortWord, suggestService, type MessageText, type Suggestion } from '../suggest-service'
import { classifyText } from './classify-text'
import type { TextModel } from './text-model'

const mostAlternatives = 2
/** The catalogue's share of the evidence at which its class may outweigh the model's. */
const wordsOutweigh = 0.5
/**
 * A model as sure as this isn't outweighed by words for a class it never saw, nor, in a short text, by those for one it knows.
 * In a long text many a word stands in passing: there a model at 0.6 to 0.9 was right in 26 cases of 31 (docs/brains.md).
 */
const sureModel = { unlearnt: 0.9, unlearntInLong: 0.6, learnt: 0.6 }
/** Words that speak for one service alone are a second witness: together they need a little less (docs/brains.md). */
const wordsAlone = 0.9
const ofThreshold = 0.85
/** In such a text one short word is what it is about rather than a word in passing. In characters. */
const shortText = 40

/**
 * What a message is about: the class by the trained model, the service within it by the catalogue's words; or both by the
 * words, where they speak clearly and the model doesn't.
 * @param threshold from which confidence a matter is dispatched by itself; the tenant's, else the model's own (98 %)
 */
export function suggestFromText(
  message: MessageText,
  services: readonly Service[],
  model: TextModel,
  threshold: number = model.threshold,
): Guess {
  const { ranked, why } = classifyText(message, model)
  const first = ranked[0]!
  const words = suggestService(message, services) ?? inShortText(message, services)
  const level1 = words && classOf(words.serviceCode, services)
  if (words && level1 !== undefined && outweighs(words, level1, first, message, model)) {
    return {
      serviceCode: words.serviceCode,
      level1,
      confidence: words.confidence,
      basis: 'catalogueWords',
      auto: false,
      alternatives: [
        withService(first, message, services),
        ...words.alternatives.map(({ serviceCode, confidence }) => ({
          serviceCode,
          level1: classOf(serviceCode, services) ?? '',
          confidence,
        })),
        ...ranked.slice(1).map((label) => withService(label, message, services)),
      ].slice(0, mostAlternatives),
      why: words.why,
    }
  }
  const best = withService(first, message, services)
  const agree = level1 === first.label && words?.serviceCode === best.serviceCode
  const [second, third] = ranked.slice(1).map((label) => withService(label, message, services))
  // What the words say is worth a look even where it isn't believed.
  const other =
    words && level1 !== undefined && level1 !== first.label && level1 !== second?.level1
      ? { serviceCode: words.serviceCode, level1, confidence: confidenceOf(level1, ranked) }
      : third
  return {
    ...best,
    basis: agree ? 'both' : 'model',
    auto: isClear(message, best.serviceCode, services) && isSure(first.confidence, threshold, words, agree),
    alternatives: [second, other].filter((one) => one !== undefined),
    why: agree ? [...new Set([...(words?.why ?? []), ...why])] : why,
  }
}

const confidenceOf = (level1: string, ranked: readonly { label: string; confidence: number }[]) =>
  ranked.find(({ label }) => label === level1)?.confidence ?? 0

/** Words for another class withdraw the model's word; words for the same service lend it some of theirs. */
function isSure(confidence: number, threshold: number, words: Suggestion | undefined, agree: boolean) {
  const opposed = words !== undefined && !agree && words.confidence >= wordsOutweigh
  if (confidence >= threshold) return !opposed
  const isAlone = agree && (words?.confidence ?? 0) >= wordsAlone
  return isAlone && threshold <= 1 && confidence >= threshold * ofThreshold
}

/** More than one short word in passing says which service of the class it is. */
const isClear = (message: MessageText, serviceCode: string | undefined, services: readonly Service[]) =>
  serviceCode !== undefined &&
  suggestService(message, servicesOf(classOf(serviceCode, services) ?? '', services))?.serviceCode ===
    serviceCode

const isShort = ({ subject = '', detail }: MessageText): boolean =>
  subject.length + detail.length <= shortText

function inShortText(message: MessageText, services: readonly Service[]): Suggestion | undefined {
  return isShort(message) ? suggestService(message, services, oneShortWord) : undefined
}

function outweighs(
  words: Suggestion,
  level1: string,
  first: { label: string; confidence: number },
  message: MessageText,
  { labels }: TextModel,
): boolean {
  if (level1 === first.label || words.confidence < wordsOutweigh) return false
  if (labels.includes(level1)) return isShort(message) && first.confidence < sureModel.learnt
  return first.confidence < (isShort(message) ? sureModel.unlearnt : sureModel.unlearntInLong)
}

function withService(
  { label, confidence }: { label: string; confidence: number },
  message: MessageText,
  services: readonly Service[],
) {
  const own = servicesOf(label, services)
  const found = suggestService(message, own, confidence >= wordsOutweigh ? oneShortWord : undefined)
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
