import { refuse } from '../domain/errors'
import { openPublicationsNumbered } from '../platform/stores/open-publication-store'
import type { Asked } from './asked'
import { addressOf } from './file-address'
import { elsewhere, type HttpAnswer } from './http'

/** The first photo that was approved, as long as it is: once withheld, its address leads nowhere. */
export async function media({ id = '' }: Asked): Promise<HttpAnswer> {
  const [publication] = await openPublicationsNumbered([id.trim().toUpperCase()])
  const photo = publication?.photos[0] ?? refuse('NOT_FOUND', 'media', '没有公开的照片。')
  return elsewhere(await addressOf(photo.fileId, 'media'))
}
