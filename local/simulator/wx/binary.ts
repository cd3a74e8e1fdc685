import type { WxFamily } from './family'

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

export function base64Of(buffer: ArrayBuffer): string {
  let text = ''
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte)
  return btoa(text)
}

/** 转换 */
export const binary: WxFamily = () => ({
  base64ToArrayBuffer: (text: string) => bytesOf(text).buffer,
  arrayBufferToBase64: base64Of,
})
