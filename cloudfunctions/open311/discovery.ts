import { isoLocal } from '../domain/calendar/local-time'
import { refuse } from '../domain/errors'
import { type Asked, formatOf } from './asked'
import { found, type HttpAnswer } from './http'

const specification = 'http://wiki.open311.org/GeoReport_v2'

/** Where what is, and a mark that changes whenever services might have. */
export function discovery(asked: Asked): HttpAnswer {
  if (asked.id !== undefined) refuse('NOT_FOUND', 'path', '没有这个地址。')
  const { directory, openData } = asked
  const changeset = `${isoLocal(directory.catalogue.effectiveFrom)} ${directory.version}`
  const value = {
    changeset,
    contact: openData.contact,
    key_service: '只读，不需要 api_key。',
    endpoints: [
      {
        specification,
        url: openData.url,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
  return found('discovery', value, formatOf(asked))
}
