import { z } from 'zod'
import { findPlaces, type NamedPlace } from '../domain/routing/find-places'
import { indexDirectory } from '../domain/routing/index-directory'
import { operation } from '../platform/operation'

/** 打几个字找地方:街道、社区、村、网格、地标。 */
export const places = operation('directory.places', {
  input: z.object({ text: z.string().trim().min(1).max(20) }),
  run: ({ input, directory }): Promise<{ places: NamedPlace[] }> =>
    Promise.resolve({ places: findPlaces(indexDirectory(directory).areas, input.text) }),
})
