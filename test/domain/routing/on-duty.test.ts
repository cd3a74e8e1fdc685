import { describe, expect, test } from 'vitest'
import type { Post } from '../../../typings/contract/directory'
import {
  contactPostOf,
  leaderPostOf,
  onDuty,
  postsOf,
  superiorOf,
  supervisorPosts,
} from '../../../cloudfunctions/domain/routing/on-duty'
import { aDirectory, aPost, withPost } from './a-directory'

const contact = 'contact-city-management'
const deputy = 'deputy-city-management'
const leave = { from: 100, to: 200, reason: '年休假' }

describe('who acts for a post', () => {
  test.each<[string, number, Partial<Post>, Partial<Post>, string | undefined]>([
    ['its holder', 150, {}, {}, 'holder'],
    ['its holder before leave begins', 99, { absence: leave }, {}, 'holder'],
    ['the deputy from the first instant of leave', 100, { absence: leave }, {}, 'deputy'],
    ['the deputy to the last', 199, { absence: leave }, {}, 'deputy'],
    ['its holder when leave is over', 200, { absence: leave }, {}, 'holder'],
    ['the deputy while leave has no end', 9e12, { absence: { from: 0, reason: '病假' } }, {}, 'deputy'],
    ['the deputy of a vacant post', 150, { personId: undefined }, {}, 'deputy'],
    ['the deputy of a revoked post', 150, { active: false }, {}, 'deputy'],
    ['nobody when both are away', 150, { absence: leave }, { absence: leave }, undefined],
    ['nobody when there is no deputy', 150, { absence: leave, deputyPostId: undefined }, {}, undefined],
    ['nobody when the deputy is revoked', 150, { absence: leave }, { active: false }, undefined],
  ])('is %s', (_, at, ofContact, ofDeputy, because) => {
    const directory = withPost(deputy, ofDeputy, withPost(contact, ofContact))
    expect(onDuty(contact, directory, at)).toEqual(
      because && { postId: because === 'holder' ? contact : deputy, because },
    )
  })

  test('is nobody for a post that was never there', () => {
    expect(onDuty('post-of-nobody', aDirectory(), 0)).toBeUndefined()
  })
})

test('a person holds the active posts that name them', () => {
  const both = withPost('deputy-ecology', { personId: 'person-contact-city-management' })
  expect(postsOf('person-contact-city-management', both).map(({ _id }) => _id)).toEqual([
    contact,
    'deputy-ecology',
  ])
  expect(postsOf('person-contact-city-management', withPost(contact, { active: false }))).toEqual([])
  expect(postsOf('stranger', both)).toEqual([])
})

test('a department without an active contact post has none', () => {
  expect(contactPostOf('city-management', aDirectory())?._id).toBe(contact)
  expect(contactPostOf('city-management', withPost(contact, { active: false }))).toBeUndefined()
})

test('the leader in charge is the nearest one upwards', () => {
  const base = aDirectory()
  const posts = [
    ...base.posts,
    aPost({ _id: 'leader-top', role: 'leader', departmentId: 'government' }),
    aPost({ _id: 'leader-ecology', role: 'leader', departmentId: 'ecology' }),
    aPost({ _id: 'watch', role: 'supervisor', departmentId: 'centre' }),
  ]
  const directory = aDirectory({ posts })
  expect(leaderPostOf('ecology', directory)?._id).toBe('leader-ecology')
  expect(leaderPostOf('lane-committee', directory)?._id).toBe('leader-top')
  expect(leaderPostOf('discipline', directory)).toBeUndefined()
  expect(supervisorPosts(directory).map(({ _id }) => _id)).toEqual(['watch'])
})

test('units that are each other’s superior do not hang the search for a leader', () => {
  const base = aDirectory()
  const departments = base.departments.map((unit) =>
    unit._id === 'government' ? { ...unit, superiorId: 'ecology' } : unit,
  )
  expect(leaderPostOf('ecology', aDirectory({ departments }))).toBeUndefined()
})

test('a village answers to its street, the street to the district', () => {
  expect(superiorOf('lane-committee', aDirectory())?._id).toBe('east-office')
  expect(superiorOf('east-office', aDirectory())?._id).toBe('government')
  expect(superiorOf('government', aDirectory())).toBeUndefined()
})
