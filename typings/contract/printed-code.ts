import type { Service } from './directory'

/** What a scanned code fills in beforehand. */
export interface Prefill {
  place?: { areaId: string; words: string }
  service?: { serviceCode: string; name: string; questions?: Service['questions'] }
}

/** 小程序码 for a place or a matter, to be printed. */
export interface PrintedCode extends Prefill {
  scene: string
  /** PNG in base64. */
  image: string
}
