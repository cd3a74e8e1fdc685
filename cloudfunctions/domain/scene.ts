/** What a printed code says beyond its page: where, and which service. At most 32 visible characters. */
export interface Scene {
  areaId?: string
  serviceCode?: string
}

const charactersMost = 32

/** @returns undefined where it would not fit into a code. */
export function sceneOf({ areaId, serviceCode }: Scene): string | undefined {
  const parts = [areaId && `a=${areaId}`, serviceCode && `s=${serviceCode}`].filter(Boolean)
  const scene = parts.join('&')
  return /^[\w.&=~-]{1,32}$/.test(scene) && scene.length <= charactersMost ? scene : undefined
}

export function readScene(scene: string): Scene {
  const found = new Map(scene.split('&').map((part) => [part.slice(0, 2), part.slice(2)]))
  const areaId = found.get('a=')
  const serviceCode = found.get('s=')
  return { ...(areaId && { areaId }), ...(serviceCode && { serviceCode }) }
}
