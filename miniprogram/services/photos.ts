import { bareOf } from './bare-photo'
import type { KeptFile } from './draft'
import { pointIn } from './photo-point'

/** What phones take photos and films in, and the largest ones taken over (bytes). */
const photoEndings = ['jpg', 'jpeg', 'png', 'webp', 'heic']
const filmEndings = ['mp4', 'mov', 'm4v', '3gp']
const photoBytesMost = 10 * 1024 * 1024
const filmBytesMost = 50 * 1024 * 1024
/** Longest film taken on the spot, seconds. */
const filmLongest = 30

interface Chosen {
  kept: KeptFile[]
  /** What was left out and why; empty where nothing was. */
  problem: string
}

type Picked = Pick<WechatMiniprogram.MediaFile, 'tempFilePath' | 'size' | 'fileType'>

/**
 * Asks for photos and films, refuses what is neither, and keeps the others small, without place and owner, and safe from
 * WeChat's cleaning.
 *
 * @param withPlace where the camera wrote it down, a photo's place is read first and kept beside it. WeChat's own
 * compressing may lose it, so the originals are asked for.
 */
export async function choosePhotos(most: number, withPlace: boolean): Promise<Chosen> {
  const chosen = await wx
    .chooseMedia({
      count: most,
      mediaType: ['mix'],
      sizeType: [withPlace ? 'original' : 'compressed'],
      maxDuration: filmLongest,
    })
    .catch((error: { errMsg?: string }) => ({ tempFiles: [], errMsg: error.errMsg ?? '' }))
  if (chosen.tempFiles.length === 0) {
    return { kept: [], problem: /cancel/.test(chosen.errMsg) ? '' : '没有打开相册。请在设置里允许使用照片。' }
  }
  const results = await Promise.all((chosen.tempFiles as Picked[]).map((one) => take(one, withPlace)))
  return {
    kept: results.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    problem: results.find((one) => typeof one === 'string') ?? '',
  }
}

/** @returns the kept file, or the sentence that says why not */
async function take(picked: Picked, withPlace: boolean): Promise<KeptFile | string> {
  const problem = problemOf(picked)
  if (problem) return problem
  const type = isFilm(picked) ? 'video' : 'photo'
  const original = withPlace && type === 'photo' ? await read(picked.tempFilePath) : undefined
  const point = original && pointIn(new Uint8Array(original))
  const path = type === 'video' ? await shorter(picked.tempFilePath) : await smaller(picked.tempFilePath)
  const bytes = await read(path)
  const bare = bytes && bareOf(new Uint8Array(bytes))
  if (!bare) return '有一张照片里带着拍摄地点，这里去不掉，没有加上。请截一张图再选，或者换一张。'
  const kept = await write(bare, endingOf(path))
  return kept === undefined
    ? '手机的存储空间不够，有一张照片没有加上。'
    : { path: kept, type, ...(point && { point }) }
}

const endingOf = (path: string) => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

const isFilm = ({ fileType, tempFilePath }: Picked) =>
  fileType === 'video' || filmEndings.includes(endingOf(tempFilePath))

function problemOf(picked: Picked): string {
  const ending = endingOf(picked.tempFilePath)
  if (isFilm(picked)) {
    if (!filmEndings.includes(ending)) return '有一个文件不是录像，没有加上。请选手机拍的录像（MP4）。'
    return picked.size > filmBytesMost ? '有一段录像太大（超过 50 MB），没有加上。请拍短一点。' : ''
  }
  if (!photoEndings.includes(ending)) return '有一个文件不是照片，没有加上。请选相机拍的照片（JPG、PNG）。'
  return picked.size > photoBytesMost ? '有一张照片太大（超过 10 MB），没有加上。请换一张。' : ''
}

/** Drawn anew, a photo is smaller; one that can't be drawn goes as it is. */
async function smaller(path: string): Promise<string> {
  const result = await wx.compressImage({ src: path, quality: 75 }).catch(() => undefined)
  return result?.tempFilePath ?? path
}

async function shorter(path: string): Promise<string> {
  const result = await wx
    .compressVideo({ src: path, quality: 'medium', bitrate: 0, fps: 0, resolution: 1 })
    .catch(() => undefined)
  return result?.tempFilePath ?? path
}

function read(filePath: string): Promise<ArrayBuffer | undefined> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: () => resolve(undefined),
    })
  })
}

/** To where it survives until it is sent. */
function write(bytes: Uint8Array, ending: string): Promise<string | undefined> {
  const filePath = `${wx.env.USER_DATA_PATH}/${Date.now().toString(36)}${Math.random().toString(36).slice(2)}.${ending}`
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
      success: () => resolve(filePath),
      fail: () => resolve(undefined),
    })
  })
}

/** Moves a temporary recording to where it survives until it is sent. */
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
