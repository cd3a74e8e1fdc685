import type { Service } from './directory'

/** What a scanned code fills in beforehand. */
export interface Prefill {
  place?: { areaId: string; words: string; address?: string }
  service?: { serviceCode: string; name: string; questions?: Service['questions'] }
  /** The place or matter that was meant is not in the directory any more. */
  gone?: 'place' | 'service'
}

/** 小程序码 for a place or a matter, to be printed. */
export interface PrintedCode extends Prefill {
  scene: string
  /** PNG in base64. */
  image: string
}
