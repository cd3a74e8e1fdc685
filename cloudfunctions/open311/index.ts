import { DomainError, refuse } from '../domain/errors'
import { loadDirectory } from '../platform/stores/directory-store'
import { type Asked, askedOf, type Resource } from './asked'
import { bulk } from './bulk'
import { discovery } from './discovery'
import { type HttpAnswer, type HttpEvent, noContent, problemAnswer } from './http'
import { media } from './media'
import { requests } from './requests'
import { services } from './services'

const resources: Record<Resource, (asked: Asked) => Promise<HttpAnswer> | HttpAnswer> = {
  discovery,
  services,
  requests,
  bulk,
  media,
}

/** 开放数据: Open311 GeoReport v2, read-only, and files by month. Asked over HTTP by anybody; who asks is not looked at. */
export async function main(event: HttpEvent): Promise<HttpAnswer> {
  try {
    if (event.httpMethod === 'OPTIONS') return noContent()
    return await answer(event)
  } catch (error) {
    if (error instanceof DomainError) return problemAnswer(event, error)
    throw error
  }
}

async function answer(event: HttpEvent): Promise<HttpAnswer> {
  if (event.httpMethod !== 'GET' && event.httpMethod !== 'HEAD') refuse('OPEN_DATA_READ_ONLY')
  const directory = await loadDirectory()
  const { openData } = directory.settings
  if (!openData) return refuse('OPEN_DATA_CLOSED')
  const asked = askedOf(event, directory, openData, Date.now())
  const { jurisdiction_id } = asked.query
  if (jurisdiction_id && openData.jurisdictionId && jurisdiction_id !== openData.jurisdictionId)
    refuse('NOT_FOUND', 'jurisdiction_id', '没有这个辖区。')
  return resources[asked.resource](asked)
}
