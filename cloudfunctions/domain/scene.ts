/** What a printed code says beyond its page: where, and which service; or the spot that says both. At most 32 visible characters. */
export interface Scene {
  areaId?: string
  serviceCode?: string
  /** Of `spots`: a building, a lamp post, with words that would not fit into a code. */
  spotId?: string
}

/** @returns undefined where it would not fit into a code. */
export function sceneOf({ areaId, serviceCode, spotId }: Scene): string | undefined {
  const parts = spotId ? [`p=${spotId}`] : [areaId && `a=${areaId}`, serviceCode && `s=${serviceCode}`]
  const scene = parts.filter(Boolean).join('&')
  return /^[\w.&=~-]{1,32}$/.test(scene) ? scene : undefined
}

export function readScene(scene: string): Scene {
  const found = new Map(scene.split('&').map((part) => [part.slice(0, 2), part.slice(2)]))
  const areaId = found.get('a=')
  const serviceCode = found.get('s=')
  const spotId = found.get('p=')
  return { ...(areaId && { areaId }), ...(serviceCode && { serviceCode }), ...(spotId && { spotId }) }
}
