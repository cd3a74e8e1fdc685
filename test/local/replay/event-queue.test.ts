import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventQueue } from '../../../local/replay/event-queue'

it('gives events in time order, and those of one instant in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (instants) => {
      const queue = new EventQueue<number>()
      instants.forEach((at, order) => queue.add(at, order))
      const taken: { at: number; event: number }[] = []
      for (let next = queue.take(); next; next = queue.take()) taken.push({ at: next.at, event: next.event })
      const expected = instants
        .map((at, event) => ({ at, event }))
        .sort((one, other) => one.at - other.at || one.event - other.event)
      expect(taken).toEqual(expected)
    }),
  )
})
