import type { KeptFile } from './draft'

/** What phones take photos in, and the largest one taken over (bytes). */
const photoEndings = ['jpg', 'jpeg', 'png', 'webp', 'heic']
const photoBytesMost = 10 * 1024 * 1024

interface Chosen {
  kept: KeptFile[]
  /** What was left out and why; empty where nothing was. */
  problem: string
}

/** Asks for photos, refuses what is none, and keeps the others small and safe from WeChat's cleaning. */
export async function choosePhotos(most: number): Promise<Chosen> {
  const chosen = await wx
    .chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] })
    .catch((error: { errMsg?: string }) => ({ tempFiles: [], errMsg: error.errMsg ?? '' }))
  if (chosen.tempFiles.length === 0) {
    return { kept: [], problem: /cancel/.test(chosen.errMsg) ? '' : '没有打开相册。请在设置里允许使用照片。' }
  }
  const wrong = chosen.tempFiles.map(problemOf).filter(Boolean)
  const good = chosen.tempFiles.filter((file) => !problemOf(file))
  const kept = await Promise.all(
    good.map(async ({ tempFilePath }) => keepFile(await smaller(tempFilePath), 'photo')),
  )
  return { kept, problem: wrong[0] ?? '' }
}

function problemOf({ tempFilePath, size }: { tempFilePath: string; size: number }): string {
  const ending = /\.(\w+)$/.exec(tempFilePath)?.[1]?.toLowerCase() ?? ''
  if (!photoEndings.includes(ending)) return '有一个文件不是照片，没有加上。请选相机拍的照片（JPG、PNG）。'
  return size > photoBytesMost ? '有一张照片太大（超过 10 MB），没有加上。请换一张。' : ''
}

/** Drawn anew, a photo is smaller and loses where it was taken; one that can't be drawn goes as it is. */
async function smaller(path: string): Promise<string> {
  const result = await wx.compressImage({ src: path, quality: 75 }).catch(() => undefined)
  return result?.tempFilePath ?? path
}

/** Moves a temporary file to where it survives until it is sent. */
export async function keepFile(tempFilePath: string, type: KeptFile['type']): Promise<KeptFile> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve({ path: savedFilePath, type }),
      fail: () => resolve({ path: tempFilePath, type }),
    })
  })
}

export function forgetFile({ path }: KeptFile): void {
  wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined })
}
