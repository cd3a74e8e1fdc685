import tcb from '@cloudbase/node-sdk'

/** The same code in the cloud and on the stage: the environment says where it connects (law 3). */
export const cloud = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })

export const db = cloud.database()

export const _ = db.command

/** @returns false where a document of that id is already there. */
export async function insertOnce(collection: string, document: object): Promise<boolean> {
  try {
    await db.collection(collection).add(document)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/**
 * Inserts documents with ids of their own in one round trip; where some are there already, one by one.
 * @returns how many were new.
 */
export async function insertNew(collection: string, documents: readonly object[]): Promise<number> {
  if (documents.length === 0) return 0
  if (documents.length > 1) {
    try {
      await db.collection(collection).add([...documents])
      return documents.length
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  let added = 0
  for (const document of documents) if (await insertOnce(collection, document)) added += 1
  return added
}

/**
 * An insert whose `_id`, or another unique key, is taken. The official list has DATABASE_DUPLICATE_WRITE; logs of real
 * environments also show DATABASE_REQUEST_FAILED with MongoDB's E11000: either is understood.
 */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    code === 'DATABASE_DUPLICATE_WRITE' ||
    (code === 'DATABASE_REQUEST_FAILED' && /E11000/.test(message ?? ''))
  )
}
