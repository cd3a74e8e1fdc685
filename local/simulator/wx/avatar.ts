import type { Phone } from '../runtime/phone'
import { chooseFromAlbum } from './album'

/** `<button open-type="chooseAvatar">`. @returns a temporary path, or null when left */
export async function chooseAvatar(phone: Phone): Promise<string | null> {
  const items = await chooseFromAlbum(phone, {
    count: 1,
    images: true,
    videos: false,
    album: true,
    camera: true,
  })
  return items?.[0] ? phone.files.put(items[0].blob, 'jpg') : null
}
