import type { Phone } from '../runtime/phone'
import { ask } from './prompt'

/** A picture or film of the phone's album. */
export interface AlbumItem {
  name: string
  blob: Blob
  /** CSS px; 0 of what can't be measured. */
  width: number
  height: number
  /** Seconds of a film. */
  duration: number
  kind: 'image' | 'video'
}

export interface AlbumOptions {
  count: number
  images: boolean
  videos: boolean
  album: boolean
  camera: boolean
}

/** Scenes that the sample photos show, drawn here: sky, ground and one thing that is wrong. */
const scenes: readonly [
  name: string,
  sky: string,
  ground: string,
  draw: (pen: CanvasRenderingContext2D) => void,
][] = [
  ['路面坑洼', '#bcd4e6', '#7b7f86', (pen) => ellipse(pen, 420, 470, 170, 60, '#3f4248')],
  ['路灯不亮', '#2b3350', '#23283c', (pen) => lamp(pen, '#8a8fa5')],
  ['垃圾堆放', '#cfe3d0', '#a8a08c', (pen) => heap(pen)],
  ['井盖缺失', '#d9dde2', '#8d9096', (pen) => ellipse(pen, 400, 450, 110, 110, '#1d1f22')],
  ['积水', '#a9b7c4', '#7e858c', (pen) => ellipse(pen, 400, 460, 300, 80, '#5b86b0')],
  ['已修好', '#bfe0f5', '#8b9096', (pen) => lamp(pen, '#ffd54a')],
]

function ellipse(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  color: string,
): void {
  pen.fillStyle = color
  pen.beginPath()
  pen.ellipse(x, y, width, height, 0, 0, Math.PI * 2)
  pen.fill()
}

function lamp(pen: CanvasRenderingContext2D, light: string): void {
  pen.fillStyle = '#565b66'
  pen.fillRect(392, 160, 16, 400)
  pen.fillRect(392, 160, 130, 12)
  ellipse(pen, 520, 180, 46, 20, light)
}

function heap(pen: CanvasRenderingContext2D): void {
  for (const [x, y, color] of [
    [300, 470, '#4f6b3a'],
    [400, 430, '#2f4f8f'],
    [480, 480, '#8f6b2f'],
    [390, 500, '#555b63'],
  ] as const) {
    ellipse(pen, x, y, 90, 70, color)
  }
}

async function samplePhoto(document: Document, index: number): Promise<AlbumItem> {
  const [name, sky, ground, draw] = scenes[index] ?? (scenes[0] as (typeof scenes)[number])
  const canvas = document.createElement('canvas')
  canvas.width = 800
  canvas.height = 600
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  pen.fillStyle = sky
  pen.fillRect(0, 0, 800, 600)
  pen.fillStyle = ground
  pen.fillRect(0, 340, 800, 260)
  draw(pen)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
  return {
    name: `${name}.jpg`,
    blob: blob ?? new Blob(),
    width: 800,
    height: 600,
    duration: 0,
    kind: 'image',
  }
}

/** The size of a picture or film, as the browser reads it. */
export async function measure(
  document: Document,
  blob: Blob,
): Promise<{ width: number; height: number; duration: number }> {
  const url = URL.createObjectURL(blob)
  try {
    if (blob.type.startsWith('video/')) {
      const film = document.createElement('video')
      film.preload = 'metadata'
      film.src = url
      await new Promise<void>((done) => (film.onloadedmetadata = film.onerror = () => done()))
      return { width: film.videoWidth, height: film.videoHeight, duration: film.duration || 0 }
    }
    const picture = document.createElement('img')
    picture.src = url
    await picture.decode().catch(() => undefined)
    return { width: picture.naturalWidth, height: picture.naturalHeight, duration: 0 }
  } finally {
    URL.revokeObjectURL(url)
  }
}

const css = `
.wx-album { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2px; padding: 2px }
.wx-album > button { position: relative; aspect-ratio: 1; padding: 0; border: 0; background: #eee center / cover; cursor: pointer }
.wx-album > button > span { position: absolute; right: 4px; bottom: 4px; left: 4px; color: #fff; font-size: 12px;
  text-shadow: 0 0 3px #000; overflow: hidden; white-space: nowrap }
.wx-album > button[aria-pressed=true]::after { content: '✓'; position: absolute; top: 6px; right: 6px; width: 22px; height: 22px;
  border-radius: 50%; background: #07c160; color: #fff; font-size: 14px; line-height: 22px }
.wx-album-bar { display: flex; align-items: center; justify-content: space-between; padding: 12px 16px }
.wx-album-bar > label, .wx-album-bar > button { border: 0; background: none; color: #576b95; font: inherit; cursor: pointer }
.wx-album-bar > button.wx-prompt-main { padding: 6px 16px; border-radius: 4px; background: #07c160; color: #fff }
.wx-album-bar > button:disabled { opacity: .4 }`

/** 拍摄 or 从手机相册选择, then the album. @returns null when the person left */
export async function chooseFromAlbum(phone: Phone, options: AlbumOptions): Promise<AlbumItem[] | null> {
  const source = options.album && options.camera ? await askSource(phone) : options.album ? 'album' : 'camera'
  if (source === null) return null
  const photos = options.images
    ? await Promise.all(scenes.map((_, at) => samplePhoto(phone.screen.document, at)))
    : []
  if (source === 'camera' && photos[0])
    return [photos[Math.floor(Math.random() * photos.length)] ?? photos[0]]
  return showAlbum(phone, photos, options)
}

function askSource(phone: Phone): Promise<'camera' | 'album' | null> {
  return ask<'camera' | 'album' | null>(phone, {
    place: 'bottom',
    label: '选择照片',
    away: null,
    draw({ add, button }, answer) {
      const list = add('div', 'list')
      button(list, '拍摄', false, () => answer('camera'))
      button(list, '从手机相册选择', false, () => answer('album'))
      button(list, '取消', false, () => answer(null))
    },
  })
}

function showAlbum(phone: Phone, photos: AlbumItem[], options: AlbumOptions): Promise<AlbumItem[] | null> {
  const { document } = phone.screen
  phone.screen.style('album', css)
  const urls: string[] = []
  const chosen: AlbumItem[] = []
  return ask<AlbumItem[] | null>(phone, {
    place: 'whole',
    label: '相册',
    draw({ box, button }, answer) {
      const bar = document.createElement('div')
      const grid = document.createElement('div')
      bar.className = 'wx-album-bar'
      grid.className = 'wx-album'
      box.append(bar, grid)
      button(bar, '取消', false, () => answer(null))
      const label = document.createElement('label')
      const input = document.createElement('input')
      input.type = 'file'
      input.multiple = options.count > 1
      input.accept = [...(options.images ? ['image/*'] : []), ...(options.videos ? ['video/*'] : [])].join()
      input.style.cssText = 'position:absolute;width:1px;height:1px;opacity:0'
      label.append('这台电脑上的文件', input)
      bar.append(label)
      const done = button(bar, '完成', true, () => answer(chosen))
      const count = (): void => {
        done.disabled = chosen.length === 0
        done.textContent = chosen.length > 0 ? `完成(${chosen.length})` : '完成'
      }
      const show = (item: AlbumItem, picked: boolean): void => {
        const url = URL.createObjectURL(item.blob)
        urls.push(url)
        const cell = button(grid, '', false, () => pick())
        const words = document.createElement('span')
        words.textContent = item.name
        cell.append(words)
        cell.setAttribute('aria-label', item.name)
        cell.setAttribute('aria-pressed', 'false')
        if (item.kind === 'image') cell.style.backgroundImage = `url(${url})`
        const pick = (): void => {
          const at = chosen.indexOf(item)
          if (at >= 0) chosen.splice(at, 1)
          else if (chosen.length >= options.count) return
          else chosen.push(item)
          cell.setAttribute('aria-pressed', String(at < 0))
          count()
        }
        if (picked) pick()
      }
      photos.forEach((photo) => show(photo, false))
      input.addEventListener('change', async () => {
        for (const file of input.files ?? []) {
          const kind = file.type.startsWith('video/') ? 'video' : 'image'
          show({ name: file.name, blob: file, kind, ...(await measure(document, file)) }, true)
        }
        input.value = ''
      })
      count()
    },
  }).finally(() => urls.forEach((url) => URL.revokeObjectURL(url)))
}
