import type { Phone } from '../runtime/phone'
import { chooseFromAlbum, measure, type AlbumItem } from './album'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { fileAt } from './file-at'
import { preview } from './preview'
import { requirePrivacy } from './privacy'
import { requireScope } from './settings'

interface ChooseMedia {
  count?: number
  mediaType?: string[]
  sourceType?: string[]
  maxDuration?: number
  sizeType?: string[]
}
interface ChooseImage {
  count?: number
  sourceType?: string[]
}
interface CompressImage {
  src: string
  quality?: number
  compressedWidth?: number
  compressedHeight?: number
}

/** Photos in one go; source: wx.chooseMedia (official-doc). */
const COUNT_MAX = 20

/** 图片与视频 */
export const media: WxFamily = (phone) =>
  asynchronous({
    async chooseMedia({
      count = 9,
      mediaType = ['image', 'video'],
      sourceType = ['album', 'camera'],
    }: ChooseMedia) {
      await requirePrivacy(phone, 'chooseMedia')
      const mixed = mediaType.includes('mix')
      const items = await choose(
        phone,
        count,
        sourceType,
        mixed || mediaType.includes('image'),
        mixed || mediaType.includes('video'),
      )
      const tempFiles = items.map((item) => ({
        tempFilePath: keep(phone, item),
        size: item.blob.size,
        width: item.width,
        height: item.height,
        fileType: item.kind,
        ...(item.kind === 'video' ? { duration: item.duration, thumbTempFilePath: '' } : {}),
      }))
      const kinds = new Set(items.map((item) => item.kind))
      return { type: kinds.size > 1 ? 'mix' : (items[0]?.kind ?? 'image'), tempFiles }
    },
    async chooseImage({ count = 9, sourceType = ['album', 'camera'] }: ChooseImage) {
      await requirePrivacy(phone, 'chooseImage')
      const items = await choose(phone, count, sourceType, true, false)
      const tempFiles = items.map((item) => ({ path: keep(phone, item), size: item.blob.size }))
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
    },
    previewImage: ({ urls, current }: { urls: string[]; current?: string }) => preview(phone, urls, current),
    previewMedia: ({ sources, current = 0 }: { sources: { url: string }[]; current?: number }) =>
      preview(
        phone,
        sources.map(({ url }) => url),
        sources[current]?.url,
      ),
    async getImageInfo({ src }: { src: string }) {
      const { blob, path } = await fileAt(phone, src)
      const { width, height } = await measure(phone.screen.document, blob)
      if (width === 0) throw new WxFailure('image error')
      return { width, height, path, orientation: 'up', type: blob.type.replace('image/', '') || 'unknown' }
    },
    async compressImage({ src, quality = 80, compressedWidth, compressedHeight }: CompressImage) {
      const { blob } = await fileAt(phone, src)
      const { document } = phone.screen
      const { width, height } = await measure(document, blob)
      if (width === 0) throw new WxFailure('image error')
      const canvas = document.createElement('canvas')
      canvas.width =
        compressedWidth ?? (compressedHeight ? Math.round((width * compressedHeight) / height) : width)
      canvas.height = compressedHeight ?? Math.round((height * canvas.width) / width)
      const picture = await createImageBitmap(blob)
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality / 100))
      if (!small) throw new WxFailure('compress image fail')
      return { tempFilePath: phone.files.put(small, 'jpg') }
    },
    /** A browser can't: the film comes back as long and as large as it was. */
    async compressVideo({ src }: { src: string }) {
      const { blob } = await fileAt(phone, src)
      return { tempFilePath: phone.files.put(blob, 'mp4'), size: Math.ceil(blob.size / 1024) }
    },
    async saveImageToPhotosAlbum({ filePath }: { filePath: string }) {
      await requirePrivacy(phone, 'saveImageToPhotosAlbum')
      await requireScope(phone, 'scope.writePhotosAlbum')
      const { blob } = await fileAt(phone, filePath)
      // The album here is the browser's folder of downloads.
      const link = phone.screen.document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = filePath.split('/').pop() ?? 'image'
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    },
  })

async function choose(
  phone: Phone,
  count: number,
  sourceType: readonly string[],
  images: boolean,
  videos: boolean,
): Promise<AlbumItem[]> {
  const items = await chooseFromAlbum(phone, {
    count: Math.min(COUNT_MAX, Math.max(1, count)),
    images,
    videos,
    album: sourceType.includes('album'),
    camera: sourceType.includes('camera'),
  })
  if (!items || items.length === 0) throw new WxFailure('cancel')
  return items
}

function keep(phone: Phone, { name, blob }: AlbumItem): string {
  return phone.files.put(blob, /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? 'jpg')
}
