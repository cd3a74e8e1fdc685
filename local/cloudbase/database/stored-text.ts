import type { StrictObject } from '../ejson/strict'
import { requestFailed } from '../errors'
import { databaseLimits } from '../limits'

/** @throws CloudError DATABASE_REQUEST_FAILED for a document above the platform's size. */
export function storedText(document: StrictObject): string {
  const text = JSON.stringify(document)
  const { value } = databaseLimits.documentBytes
  if (text.length * 3 > value && Buffer.byteLength(text) > value) {
    throw requestFailed(`the document is larger than ${value} bytes`)
  }
  return text
}
