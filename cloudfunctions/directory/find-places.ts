import { z } from 'zod'
import type { PlaceAround } from '../../typings/contract/directory'
import { findPlaces, type NamedPlace } from '../domain/routing/find-places'
import { indexDirectory } from '../domain/routing/index-directory'
import { placesAround } from '../domain/routing/places-around'
import { operation } from '../platform/operation'

/** 打几个字找地方:街道、社区、村、网格、地标。 */
export const places = operation('directory.places', {
  input: z.object({ text: z.string().trim().min(1).max(20) }),
  run: ({ input, directory }): Promise<{ places: NamedPlace[] }> =>
    Promise.resolve({ places: findPlaces(indexDirectory(directory).areas, input.text) }),
})

/** Degrees: about a kilometre. */
const coarse = 0.01

/** 手机在哪个网格附近:手机只说出约一公里的范围,自己再从里面挑,谁也不知道它的确切位置。不记下来。 */
export const around = operation('directory.around', {
  input: z.object({
    longitude: z.number().min(-180).max(180).multipleOf(coarse),
    latitude: z.number().min(-90).max(90).multipleOf(coarse),
  }),
  run: ({ input, directory }): Promise<{ places: PlaceAround[] }> =>
    Promise.resolve({ places: placesAround(indexDirectory(directory).areas, input) }),
})
