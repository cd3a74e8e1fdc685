import { CloudError } from './action'

/**
 * The platform's codes that the emulator answers with.
 * Source: docs.cloudbase.net/error-code/basic and /http-api/nosql (the doubled R of OPERRATOR is theirs).
 */
const errorCodes = {
  invalidParam: 'INVALID_PARAM',
  requestFailed: 'DATABASE_REQUEST_FAILED',
  invalidOperator: 'DATABASE_INVALID_OPERRATOR',
  collectionMissing: 'DATABASE_COLLECTION_NOT_EXIST',
  collectionExists: 'DATABASE_COLLECTION_ALREADY_EXIST',
  duplicateWrite: 'DATABASE_DUPLICATE_WRITE',
  transactionConflict: 'DATABASE_TRANSACTION_CONFLICT',
  transactionFail: 'DATABASE_TRANSACTION_FAIL',
  timeout: 'DATABASE_TIMEOUT',
} as const

export function invalidParam(message: string): CloudError {
  return new CloudError(errorCodes.invalidParam, message)
}

export function requestFailed(message: string): CloudError {
  return new CloudError(errorCodes.requestFailed, message)
}

/** For everything the emulator does not know: loud, and by its name. */
export function unknownOperator(name: string, where: string): CloudError {
  return new CloudError(errorCodes.invalidOperator, `${where} does not know the operator ${name}`)
}

export function collectionMissing(name: string): CloudError {
  return new CloudError(errorCodes.collectionMissing, `[ResourceNotFound] Db or Table not exist: ${name}`)
}

export function collectionExists(name: string): CloudError {
  return new CloudError(errorCodes.collectionExists, `Table exist: ${name}`)
}

/** Names the index only: the repeated value may identify a person. */
export function duplicateWrite(collection: string, index: string): CloudError {
  return new CloudError(
    errorCodes.duplicateWrite,
    `E11000 duplicate key error collection: ${collection} index: ${index}`,
  )
}

export function transactionConflict(): CloudError {
  return new CloudError(errorCodes.transactionConflict, '[TransactionConflict] write conflict')
}

export function transactionFail(message: string): CloudError {
  return new CloudError(errorCodes.transactionFail, message)
}

export function timeout(message: string): CloudError {
  return new CloudError(errorCodes.timeout, message)
}
