import type { PlaceAround } from '../../typings/contract/directory'
import { ask, sentenceOf } from './cloud'
import type { ChosenPlace } from './draft'

/** A place where the phone may be, to be confirmed by a tap. */
export interface NearPlace {
  said: string
  place: ChosenPlace
}

interface Found {
  near: NearPlace[]
  /** Why there is nothing to confirm, and what to do instead; empty where there is. */
  trouble: string
}

/** Proposed at most, and how far their centres may lie (m). */
const most = 3
const reach = 3_000

const refused = '没有允许使用位置。不要紧，打字找，或者在下面一级一级选。'
const unknown = '手机没有找到自己在哪里。请打字找，或者在下面一级一级选。'
const elsewhere = '您现在好像不在本区。请打字找，或者在下面一级一级选事情发生的地方。'

/** Where the phone knows itself to be never leaves it: asked about is a kilometre around, and the nearest are chosen here. */
export async function placesHere(): Promise<Found> {
  try {
    const here = await wx.getLocation({ type: 'gcj02' })
    const { places } = await ask('directory.around', {
      longitude: coarse(here.longitude),
      latitude: coarse(here.latitude),
    })
    const near = nearest(places, here)
    return { near, trouble: near.length > 0 ? '' : elsewhere }
  } catch (error) {
    const { errMsg } = error as { errMsg?: string }
    if (errMsg === undefined) return { near: [], trouble: sentenceOf(error) }
    return { near: [], trouble: /auth|privacy/.test(errMsg) ? refused : unknown }
  }
}

const coarse = (degrees: number): number => Math.round(degrees * 100) / 100

type Point = PlaceAround['centre']

export function nearest(places: readonly PlaceAround[], here: Point): NearPlace[] {
  return places
    .map((place) => ({ ...place, apart: metres(place.centre, here) }))
    .filter(({ apart }) => apart < reach)
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ areaId, words, near }) => ({
      said: `${words} · ${near}附近`,
      place: { areaId, words, address: '' },
    }))
}

function metres(one: Point, other: Point): number {
  const north = (one.latitude - other.latitude) * 111_000
  const east = (one.longitude - other.longitude) * 111_320 * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
