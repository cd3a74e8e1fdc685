import { softmax } from '../../cloudfunctions/domain/routing/text/classify-text'
import { calibrate, logitsOf, type Calibration } from './calibrate'
import type { GramRows } from './gram-rows'
import { gramWeights } from './gram-weights'
import { scoresOf, type LinearModel } from './linear-svm'
import { thresholdFor } from './metrics'
import { mostGrams } from './pack-model'
import { opinions, svm, viewRows, views } from './views'

export interface TrainingSet {
  rows: GramRows
  /** Numbers of the rows to learn from, the label and the split of each beside it. */
  train: readonly number[]
  labels: readonly number[]
  folds: readonly number[]
  labelNames: readonly string[]
  /** Shared by trainings on the same rows and folds: what a model said of rows that it hadn't learnt from. */
  known?: KnownScores
}

/** By the folds learnt from (ascending), then row: of every pair of folds left out, each needs the same model for the other. */
export type KnownScores = Map<string, ReadonlyMap<number, Float64Array>>

/** Not yet packed: two weights by gram and label, calibrated. */
export interface Trained {
  gramWeights: Float64Array
  /** By gram, then view (whole, own), then label. */
  weights: Float32Array
  bias: Float64Array
  threshold: number
  /** Applied to what the subject's view says with the calibration folded in. */
  subjectAlone: Calibration
  labelNames: readonly string[]
}

/**
 * Learns a model from the rows given and from nothing else: the calibration and the threshold come from the splits within
 * them, so that a cross-validation around this function is nested.
 */
export function trainModel(set: TrainingSet): Trained {
  const { rows, train, labels, folds, labelNames, known = new Map() } = set
  const scores = unseenScores(set, known)
  const calibration = calibrate(scores, labels, labelNames.length)
  const fitted = fit(rows, train, labels, labelNames.length)
  known.set(keyOf(folds), ofOthers(fitted, train))
  const confidences = scores.map((row) => softmax(logitsOf(row, calibration)))
  const says = (row: Float64Array) => subjectSays(row, calibration, labelNames.length)
  const subjectAlone = calibrate(scores.map(says), labels, labelNames.length)
  const bias = Float64Array.from(fitted.models.flatMap((model) => [...model.bias]))
  return {
    ...foldIn(fitted, calibration, labelNames),
    threshold: thresholdFor(confidences, labels),
    // At run time the subject's grams are summed without their view's bias: it goes into this one.
    subjectAlone: { ...subjectAlone, bias: logitsOf(says(bias), subjectAlone) },
  }
}

/** What every row is said to be by a model that learnt from the other splits. */
function unseenScores({ rows, train, labels, folds, labelNames }: TrainingSet, known: KnownScores) {
  const scores: Float64Array[] = []
  for (const fold of new Set(folds)) {
    const within = folds.flatMap((other, index) => (other === fold ? [] : [index]))
    const key = keyOf(pick(folds, within))
    const learnt = pick(train, within)
    const said =
      known.get(key) ?? ofOthers(fit(rows, learnt, pick(labels, within), labelNames.length), learnt)
    known.set(key, said)
    folds.forEach((other, index) => {
      if (other === fold) scores[index] = said.get(train[index]!)!
    })
  }
  return scores
}

const keyOf = (folds: readonly number[]): string => [...new Set(folds)].sort().join()

function ofOthers({ scores, rowCount }: Fitted, learnt: readonly number[]): Map<number, Float64Array> {
  const seen = new Set(learnt)
  const said = new Map<number, Float64Array>()
  for (let row = 0; row < rowCount; row++) if (!seen.has(row)) said.set(row, scores(row))
  return said
}

/** The subject's part of the logits, as the folded weights will give it: without any bias, about their mean. */
function subjectSays(row: Float64Array, { matrix }: Calibration, labelCount: number): Float64Array {
  const said = new Float64Array(labelCount)
  opinions.forEach(({ view }, opinion) => {
    if (view !== 'subject') return
    for (let score = opinion * labelCount; score < (opinion + 1) * labelCount; score++)
      for (let label = 0; label < labelCount; label++)
        said[label]! += row[score]! * matrix[score * labelCount + label]!
  })
  const mean = said.reduce((left, right) => left + right, 0) / labelCount
  return said.map((logit) => logit - mean)
}

interface Fitted {
  gramWeights: Float64Array
  models: readonly LinearModel[]
  rowCount: number
  scores: (row: number) => Float64Array
}

/** Everybody's model, on the grams that a first fit found to matter most. */
function fit(
  rows: GramRows,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
): Fitted {
  const all = gramWeights(rows, train, labels, labelCount)
  const chosen = strongest(all, importance(rows, all, train, labels, labelCount), mostGrams(labelCount))
  const rowsOf = new Map(views.map((view) => [view, viewRows(rows, chosen, view)]))
  const models = opinions.map(({ view, learn }) => learn(rowsOf.get(view)!, train, labels, labelCount))
  return {
    gramWeights: chosen,
    models,
    rowCount: rows.start.length - 1,
    scores: (row) =>
      Float64Array.from(
        opinions.flatMap(({ view }, at) => [...scoresOf(rowsOf.get(view)!, row, models[at]!)]),
      ),
  }
}

/** How far a gram moved any label in the whole view's first fit. */
function importance(
  rows: GramRows,
  weights: Float64Array,
  train: readonly number[],
  labels: readonly number[],
  labelCount: number,
): Float64Array {
  const view = viewRows(rows, weights, 'whole')
  const first = svm('whole')(view, train, labels, labelCount)
  return Float64Array.from(weights, (weight, gram) => {
    let most = 0
    for (let label = 0; label < labelCount; label++)
      most = Math.max(most, Math.abs(first.weights[gram * labelCount + label]!))
    return most * weight
  })
}

function strongest(weights: Float64Array, importances: Float64Array, most: number): Float64Array {
  const least = importances.toSorted()[Math.max(0, importances.length - most)] ?? 0
  return weights.map((weight, gram) => (importances[gram]! >= least ? weight : 0))
}

/** The calibration folded into the weights, so that at run time there is one sum to make. */
function foldIn({ gramWeights, models }: Fitted, calibration: Calibration, labelNames: readonly string[]) {
  const labelCount = labelNames.length
  const weights = new Float32Array(gramWeights.length * 2 * labelCount)
  const bias = calibration.bias.slice()
  models.forEach((model, opinion) => {
    const own = opinions[opinion]!.view === 'whole' ? 0 : 1
    for (let from = 0; from < labelCount; from++) {
      const row = (opinion * labelCount + from) * labelCount
      for (let label = 0; label < labelCount; label++) {
        const share = calibration.matrix[row + label]!
        bias[label]! += model.bias[from]! * share
        for (let gram = 0; gram < gramWeights.length; gram++) {
          const weight = model.weights[gram * labelCount + from]!
          if (weight !== 0) weights[(gram * 2 + own) * labelCount + label]! += weight * share
        }
      }
    }
  })
  return { gramWeights, weights, bias, labelNames }
}

const pick = <Item>(items: readonly Item[], at: readonly number[]): Item[] => at.map((index) => items[index]!)
