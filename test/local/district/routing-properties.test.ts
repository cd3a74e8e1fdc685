import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Department, Kind } from '../../../typings/contract/directory'
import { superiorOf } from '../../../cloudfunctions/domain/routing/on-duty'
import { mayPushDown } from '../../../cloudfunctions/domain/routing/push-down'
import { route } from '../../../cloudfunctions/domain/routing/route'
import { sampleDirectory } from '../../../local/district/sample-directory'

const directory = sampleDirectory()
const unitOf = new Map(directory.departments.map((unit) => [unit._id, unit]))

const oneOf = <Doc extends { _id: string }>(docs: readonly Doc[]) =>
  fc.constantFrom(...docs.map(({ _id }) => _id))
const request = fc.record(
  {
    serviceCode: oneOf(directory.services),
    areaId: oneOf(directory.areas),
    kind: fc.constantFrom<Kind[]>('consult', 'help', 'complaint', 'report', 'suggestion'),
    complainedDepartmentId: oneOf(directory.departments),
    aboutConduct: fc.boolean(),
  },
  { requiredKeys: ['areaId', 'kind'] },
)

/** Some units closed and some contacts gone, never the centre, 纪检 or the government office. */
const mishaps = fc.record({
  closed: fc.uniqueArray(oneOf(directory.departments), { maxLength: 40 }),
  away: fc.uniqueArray(oneOf(directory.departments), { maxLength: 40 }),
})
const needed = new Set(['centre', 'discipline', 'government-office'])

function after({ closed, away }: { closed: readonly string[]; away: readonly string[] }) {
  const hit = (ids: readonly string[], id: string) => ids.includes(id) && !needed.has(id)
  return {
    ...directory,
    departments: directory.departments.map((unit) =>
      hit(closed, unit._id) ? { ...unit, active: false } : unit,
    ),
    posts: directory.posts.map((post) =>
      post.role === 'contact' && hit(away, post.departmentId) ? { ...post, active: false } : post,
    ),
  }
}

test('whatever is asked, and whoever is gone: a lead that is open, has a contact and may lead', () => {
  fc.assert(
    fc.property(request, mishaps, (asked, gone) => {
      const now = after(gone)
      const routed = route(asked, now)
      const lead = now.departments.find(({ _id }) => _id === routed.leadDepartmentId)
      const post = now.posts.find(({ _id }) => _id === routed.leadPostId)
      expect(lead?.active).toBe(true)
      expect(post).toMatchObject({ departmentId: lead?._id, role: 'contact', active: true })
      if (lead?.class === 'village')
        expect(mayPushDown('centre', lead._id, asked.serviceCode ?? '', now).allowed).toBe(true)
      expect(routed.reason).toMatch(/由.+(主办|统筹协调（条例第十二条）)。$/)
      expect([...routed.assist, ...routed.cc]).not.toContain(routed.leadDepartmentId)
    }),
    { numRuns: 60 },
  )
})

test('a 举报 reaches neither the unit it is about nor anybody under it, in any part', () => {
  const report = fc.record({
    serviceCode: oneOf(directory.services),
    areaId: oneOf(directory.areas),
    complainedDepartmentId: oneOf(directory.departments),
  })
  fc.assert(
    fc.property(report, (asked) => {
      const routed = route({ ...asked, kind: 'report' }, directory)
      for (const id of [routed.leadDepartmentId, ...routed.assist, ...routed.cc])
        for (let unit: Department | undefined = unitOf.get(id); unit; unit = superiorOf(unit._id, directory))
          expect(unit._id).not.toBe(asked.complainedDepartmentId)
      const superior = superiorOf(asked.complainedDepartmentId, directory)?._id
      if (superior) expect([routed.leadDepartmentId, ...routed.cc]).toContain(superior)
    }),
    { numRuns: 300 },
  )
})
