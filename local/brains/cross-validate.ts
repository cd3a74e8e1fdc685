import { classifyText } from '../../cloudfunctions/domain/routing/text/classify-text'
import { readTextModel } from '../../cloudfunctions/domain/routing/text/text-model'
import type { Service } from '../../typings/contract/directory'
import type { GramRows } from './gram-rows'
import { judgeDispatch, type Dispatched } from './judge-dispatch'
import type { MessageRow } from './labelled-rows'
import type { Judged } from './metrics'
import { packModel } from './pack-model'
import { trainModel, type KnownScores } from './train-model'

export interface FoldResult {
  fold: number
  /** The row's number, its truth and what was said; by the way a message was shown. */
  judged: Record<Shown, (Judged & { row: number })[]>
  /** With the catalogue's words besides, where a catalogue was given. */
  dispatched?: Record<Shown, Dispatched>
}

/** As sent; the subject only; the first 60 characters only, as people type. */
export type Shown = 'message' | 'subject' | 'first60'

export interface Validation {
  rows: readonly MessageRow[]
  sparse: GramRows
  labelNames: readonly string[]
  folds: readonly number[]
  known: KnownScores
  /** The catalogue whose words speak besides; absent: the model is judged alone. */
  services?: readonly Service[]
}

/**
 * Every fold judged by a model that never saw it: calibrated, threshold chosen, packed and read back as the
 * function reads it. All of that is done from the other folds, so the figures are nested.
 */
export function* crossValidate(validation: Validation): Generator<FoldResult> {
  const { rows, sparse, labelNames, folds, known, services } = validation
  const labels = rows.map(({ label }) => labelNames.indexOf(label ?? ''))
  for (const fold of [...new Set(folds)].sort()) {
    const train = folds.flatMap((other, row) => (other === fold ? [] : [row]))
    const trained = trainModel({
      rows: sparse,
      train,
      labels: train.map((row) => labels[row]!),
      folds: train.map((row) => folds[row]!),
      labelNames,
      known,
    })
    const model = readTextModel(packModel(trained, sparse, train))
    const judge = (shown: Shown) =>
      rows.flatMap((message, row) => {
        if (folds[row] !== fold) return []
        const { ranked } = classifyText(asShown(message, shown), model)
        const confidences = labelNames.map((name) => ranked.find(({ label }) => label === name)!.confidence)
        return [{ row, truth: labels[row]!, confidences, threshold: model.threshold }]
      })
    const held = (shown: Shown) =>
      rows.flatMap((message, row) =>
        folds[row] === fold ? [{ text: asShown(message, shown), label: message.label! }] : [],
      )
    yield {
      fold,
      judged: byShown(judge),
      ...(services && { dispatched: byShown((shown) => judgeDispatch(held(shown), services, model)) }),
    }
  }
}

const byShown = <Told>(tell: (shown: Shown) => Told): Record<Shown, Told> => ({
  message: tell('message'),
  subject: tell('subject'),
  first60: tell('first60'),
})

function asShown({ subject, detail }: MessageRow, shown: Shown) {
  if (shown === 'message') return { subject, detail }
  if (shown === 'subject') return { subject, detail: '' }
  return { subject: '', detail: detail.replace(/\s+/g, '').slice(0, 60) }
}
