import type { Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { choosePlace, showPlace, type Spot } from './place'
import { requirePrivacy } from './privacy'
import { requireScope } from './settings'

/** Interfaces that app.json must name in `requiredPrivateInfos`; source: 地理位置接口 (official-doc). */
function requireDeclared(phone: Phone, api: string): void {
  const declared = phone.appJson.requiredPrivateInfos
  if (Array.isArray(declared) && declared.includes(api)) return
  throw new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json', {
    errno: 112,
  })
}

/** Where the phone lies: `?place=latitude,longitude` in its address. */
export function whereabouts(phone: Phone): { latitude: number; longitude: number } {
  const asked = new URLSearchParams(phone.screen.document.location.search).get('place')
  const [latitude, longitude] = (asked ?? '').split(',').map(Number)
  return latitude && longitude ? { latitude, longitude } : { latitude: 28.05, longitude: 112.62 }
}

/** 位置 */
export const location: WxFamily = (phone) =>
  asynchronous({
    async getLocation() {
      await allowed(phone, 'getLocation', 'scope.userLocation')
      return {
        ...whereabouts(phone),
        speed: -1,
        accuracy: 65,
        altitude: 0,
        verticalAccuracy: 65,
        horizontalAccuracy: 65,
      }
    },
    async getFuzzyLocation() {
      await allowed(phone, 'getFuzzyLocation', 'scope.userFuzzyLocation')
      const { latitude, longitude } = whereabouts(phone)
      return { latitude: Number(latitude.toFixed(2)), longitude: Number(longitude.toFixed(2)) }
    },
    async chooseLocation({ latitude, longitude }: { latitude?: number; longitude?: number }) {
      requireDeclared(phone, 'chooseLocation')
      await requirePrivacy(phone, 'chooseLocation')
      const centre = latitude && longitude ? { latitude, longitude } : whereabouts(phone)
      const place = await choosePlace(phone, centre)
      if (!place) throw new WxFailure('cancel')
      return { ...place }
    },
    openLocation: (spot: Partial<Spot>) => {
      if (!spot.latitude || !spot.longitude) {
        throw new WxFailure('parameter error: parameter.latitude should be Number;')
      }
      showPlace(phone, { name: '位置', address: '', ...spot } as Spot)
    },
  })

async function allowed(phone: Phone, api: string, scope: string): Promise<void> {
  requireDeclared(phone, api)
  const permission = phone.appJson.permission as Record<string, { desc?: string }> | undefined
  if (!permission?.[scope]?.desc) throw new WxFailure('require permission desc', { errno: 101 })
  await requirePrivacy(phone, api)
  await requireScope(phone, scope)
}
