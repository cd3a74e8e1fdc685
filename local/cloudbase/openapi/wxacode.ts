import { drawPng } from './qr/draw'
import { encodeQr } from './qr/encode'
import type { OpenApiHandler } from './open-api'
import { WX, WxError } from './wx-error'

/** Up to 32 visible characters of this set; source: getUnlimitedQRCode, scene (official-doc). */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
/** px; source: getUnlimitedQRCode, width (official-doc). */
const WIDTH = { least: 280, most: 1280, default: 430 } as const

/** `wxacode.getUnlimited`: a QR code, not WeChat's sun-shaped one (which only WeChat makes), that says page and scene. */
export const getUnlimited: OpenApiHandler = {
  mark: 'official-doc',
  answer({ scene, page = '', width = WIDTH.default, check_path: checkPath = true }, { pages }) {
    if (typeof scene !== 'string' || !SCENE.test(scene))
      throw new WxError(WX.invalidWxacodeScene, 'invalid scene')
    const known =
      typeof page === 'string' &&
      !page.startsWith('/') &&
      !page.includes('?') &&
      (checkPath === false || pages.has(page))
    if (!known || typeof page !== 'string') throw new WxError(WX.invalidPage, 'invalid page')
    const px = Math.min(Math.max(Number(width) || WIDTH.default, WIDTH.least), WIDTH.most)
    return { contentType: 'image/png', body: drawPng(encodeQr(wxacodeText(page, scene)), px) }
  },
}

/** What the code says; the stage's phone opens it. */
function wxacodeText(page: string, scene: string): string {
  return `wxacode:${page}?scene=${encodeURIComponent(scene)}`
}
