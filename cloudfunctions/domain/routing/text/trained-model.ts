import stored from './model.json'
import { readTextModel, type StoredTextModel, type TextModel } from './text-model'

let model: TextModel | undefined

/** The model that travels with the code, read at its first use in an instance. Made by `npm run train`. */
export function trainedModel(): TextModel {
  model ??= readTextModel(stored as unknown as StoredTextModel)
  return model
}
