import { classifyText } from '../../cloudfunctions/domain/routing/text/classify-text'
import { readTextModel } from '../../cloudfunctions/domain/routing/text/text-model'
import { gramRows } from './gram-rows'
import type { MessageRow } from './labelled-rows'
import type { Judged } from './metrics'
import { packModel } from './pack-model'
import { trainModel } from './train-model'

export interface FoldResult {
  fold: number
  /** The row's number, its truth and what was said; by the way a message was shown. */
  judged: Record<Shown, (Judged & { row: number })[]>
}

/** As sent; the subject only; the first 60 characters only, as people type. */
export type Shown = 'message' | 'subject' | 'first60'

/**
 * Every fold judged by a model that never saw it: calibrated, threshold chosen, packed to four bits and read back as the
 * function reads it. All of that is done from the other folds, so the figures are nested.
 */
export function* crossValidate(
  rows: readonly MessageRow[],
  labelNames: readonly string[],
  folds: readonly number[],
): Generator<FoldResult> {
  const sparse = gramRows(rows)
  const labels = rows.map(({ label }) => labelNames.indexOf(label ?? ''))
  for (const fold of [...new Set(folds)].sort()) {
    const train = folds.flatMap((other, row) => (other === fold ? [] : [row]))
    const trained = trainModel({
      rows: sparse,
      train,
      labels: train.map((row) => labels[row]!),
      folds: train.map((row) => folds[row]!),
      labelNames,
    })
    const model = readTextModel(packModel(trained, sparse))
    const judge = (shown: Shown) =>
      rows.flatMap((message, row) => {
        if (folds[row] !== fold) return []
        const { ranked } = classifyText(asShown(message, shown), model)
        const confidences = labelNames.map((name) => ranked.find(({ label }) => label === name)!.confidence)
        return [{ row, truth: labels[row]!, confidences, threshold: model.threshold }]
      })
    yield {
      fold,
      judged: { message: judge('message'), subject: judge('subject'), first60: judge('first60') },
    }
  }
}

function asShown({ subject, detail }: MessageRow, shown: Shown) {
  if (shown === 'message') return { subject, detail }
  if (shown === 'subject') return { subject, detail: '' }
  return { subject: '', detail: detail.replace(/\s+/g, '').slice(0, 60) }
}
