import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SettingsPage } from '../../typings/contract/administration'
import type { Catalogue } from '../../typings/contract/directory'
import type { Session } from '../../typings/contract/session'
import type { Invitation, TakenUp, UnitPage, UnitsPage } from '../../typings/contract/staffing'
import type { TicketList } from '../../typings/contract/views'
import { aStage, lightContact, type TestStage } from '../support/stage'

let stage: TestStage

beforeAll(async () => void (stage = await aStage()))
afterAll(() => stage.cloud.stop())

const departmentId = 'city-management'
const unit = () => stage.data<UnitPage>('admin-1', 'directory.unit', { departmentId })
const changes = async () => (await stage.data<SettingsPage>('admin-1', 'directory.settings')).changes
const rolesOf = async (openid: string, directoryVersion: number) =>
  (await stage.data<Session>(openid, 'directory.session', {}, { directoryVersion })).posts.map(
    ({ postId }) => postId,
  )

async function onPost(postId: string) {
  const { directoryVersion } = await unit()
  return { postId, directoryVersion }
}

const invite = async (postId: string, name: string) =>
  stage.data<Invitation>('admin-1', 'directory.invite', { ...(await onPost(postId)), name })

describe('people in posts', () => {
  test('an admin sees every unit, its A角 and B角, and what their work would become', async () => {
    const { ticketId } = await stage.submit('resident-1')
    const { units } = await stage.data<UnitsPage>('admin-1', 'directory.units')
    const line = units.find((one) => one.departmentId === departmentId)
    expect(line?.contact).not.toBe('')
    expect(line?.deputy).not.toBe('')
    expect(units.filter(({ why }) => why)).toEqual([])
    const page = await unit()
    expect(page.handling).toBe(1)
    expect(page.posts).toMatchObject([
      { postId: lightContact, role: 'contact', ifVacant: 'deputy' },
      { postId: `deputy-${departmentId}`, role: 'deputy' },
    ])
    expect(page.posts[1]).not.toHaveProperty('ifVacant')
    expect(stage.stored(ticketId).lead?.postId).toBe(lightContact)
  })

  test('somebody new comes by a code, once: the post and its open work are theirs, no clock moves', async () => {
    const { ticketId } = await stage.submit('resident-2')
    const { clocks } = stage.stored(ticketId)
    const { code, directoryVersion } = await invite(lightContact, '江晓岚')
    expect((await unit()).posts[0]).toMatchObject({ invited: { name: '江晓岚' } })
    // Until then the work stays where it is.
    expect(await rolesOf(lightContact, directoryVersion)).toEqual([lightContact])
    const taken = await stage.data<TakenUp>('newcomer', 'directory.takeUp', { code: code.toLowerCase() })
    expect(taken).toMatchObject({ title: '民呼回应专员', departmentName: '望汀区城市管理和综合执法局' })
    expect(await rolesOf('newcomer', taken.directoryVersion)).toEqual([lightContact])
    expect(await rolesOf(lightContact, taken.directoryVersion)).toEqual([])
    const { tickets } = await stage.data<TicketList>('newcomer', 'tickets.list', { view: 'inbox' }, taken)
    expect(tickets.map(({ _id }) => _id)).toContain(ticketId)
    await stage.pass(120_000)
    expect(stage.stored(ticketId).clocks).toEqual(clocks)
    expect((await changes())[0]).toMatchObject({ what: 'posts' })
    const again = await stage.call('resident-9', 'directory.takeUp', { code })
    expect(again).toMatchObject({ ok: false, error: { code: 'INVITATION_UNKNOWN' } })
  })

  test('whoever is the A角 can’t be the B角 too; a code lives for a week', async () => {
    const { code } = await invite(`deputy-${departmentId}`, '江晓岚')
    expect(await stage.call('newcomer', 'directory.takeUp', { code })).toMatchObject({
      error: { code: 'POST_SAME_PERSON' },
    })
    await stage.pass(7 * 86_400_000)
    expect(await stage.call('resident-8', 'directory.takeUp', { code })).toMatchObject({
      error: { code: 'INVITATION_UNKNOWN' },
    })
    expect((await unit()).posts[1]).not.toHaveProperty('invited')
  })

  test('codes can’t be guessed', async () => {
    const guess = () => stage.call('resident-7', 'directory.takeUp', { code: 'AAAAA-AAAAA-AAAAA' })
    for (let tries = 0; tries < 10; tries += 1)
      expect(await guess()).toMatchObject({ error: { code: 'INVITATION_UNKNOWN' } })
    expect(await guess()).toMatchObject({ error: { code: 'TOO_MANY_TRIES' } })
  })

  test('a duty phone is a number that can be called, or none', async () => {
    const set = async (dutyPhone: string) =>
      stage.call('admin-1', 'directory.setDutyPhone', { ...(await onPost(lightContact)), dutyPhone })
    expect(await set('12345')).toMatchObject({
      error: { code: 'INVALID_INPUT', path: expect.stringContaining('dutyPhone') as string },
    })
    expect(await set('0310-1234567')).toMatchObject({ ok: true })
    expect((await unit()).posts[0]?.dutyPhone).toBe('0310-1234567')
    expect((await changes())[0]?.text).not.toContain('1234567')
    expect(await set('')).toMatchObject({ ok: true })
    expect((await unit()).posts[0]).not.toHaveProperty('dutyPhone')
  })

  test('removed while holding tickets: the B角 goes on; without one, the centre takes them back', async () => {
    const { ticketId } = await stage.submit('resident-3')
    const vacate = async (postId: string) =>
      stage.data<Session>('admin-1', 'directory.vacate', await onPost(postId))
    const { directoryVersion } = await vacate(lightContact)
    await stage.pass(120_000)
    expect(stage.stored(ticketId)).toMatchObject({ ownerDepartmentId: departmentId })
    const deputy = `deputy-${departmentId}`
    const { version } = stage.stored(ticketId)
    const given = { commandId: 'deputy-signs', version, directoryVersion }
    expect(await stage.call(deputy, 'tickets.acknowledge', { ticketId }, given)).toMatchObject({ ok: true })
    expect((await unit()).posts).toMatchObject([{ postId: lightContact }, { ifVacant: 'centre' }])
    await vacate(deputy)
    await stage.pass(120_000)
    expect(stage.stored(ticketId)).toMatchObject({ ownerDepartmentId: 'centre', nextStep: 'takeBack' })
    const { units } = await stage.data<UnitsPage>('admin-1', 'directory.units')
    expect(units[0]).toMatchObject({ departmentId, why: 'vacant', contact: '', deputy: '' })
    expect(await stage.call('admin-1', 'directory.vacate', await onPost(deputy))).toMatchObject({
      error: { code: 'POST_VACANT' },
    })
  })

  test('posts of other roles, other people’s eyes, an old directory: refused', async () => {
    const { directoryVersion } = await unit()
    const input = { postId: 'supervisor-1', departmentId, directoryVersion, name: '某某', dutyPhone: '' }
    for (const operation of ['invite', 'vacate', 'setDutyPhone'])
      expect(await stage.call('admin-1', `directory.${operation}`, input)).toMatchObject({
        error: { code: 'NOT_FOUND' },
      })
    for (const operation of ['units', 'unit', 'invite', 'vacate', 'setDutyPhone'])
      for (const openid of ['dispatcher-1', 'supervisor-1', 'contact-transport', 'resident-1'])
        expect(await stage.call(openid, `directory.${operation}`, input)).toMatchObject({
          error: { code: 'NOT_ALLOWED' },
        })
    const old = { ...input, postId: lightContact, directoryVersion: 1 }
    expect(await stage.call('admin-1', 'directory.vacate', old)).toMatchObject({
      error: { code: 'VERSION_CONFLICT' },
    })
  })

  test('a code’s hash and a duty phone are told to no other staff', async () => {
    const { code } = await invite('contact-transport', '何平')
    const said = JSON.stringify(
      await stage.data('contact-ecology', 'directory.posts', { departmentId: 'transport' }),
    )
    expect(code).toMatch(/^\w{5}-\w{5}-\w{5}$/)
    expect(said).not.toMatch(/invitation|dutyPhone|personId/)
  })
})

test('a new edition of the catalogue says how many rows it changed, and is refused where a unit is not there', async () => {
  const { directoryVersion } = await unit()
  const { entries, version } = await stage.data<Catalogue>('admin-1', 'directory.catalogue')
  const moved = entries.map((row) =>
    row.serviceCode === 'street-light' && !row.areaId
      ? { ...row, lead: { by: 'department', departmentId: 'ecology' } }
      : row,
  )
  const publish = (rows: object[]) =>
    stage.call('admin-1', 'directory.publishCatalogue', { entries: rows, directoryVersion })
  const nowhere = moved.map((row) => ({ ...row, lead: { by: 'department', departmentId: 'nowhere' } }))
  expect(await publish(nowhere)).toMatchObject({ error: { code: 'DIRECTORY_INVALID' } })
  expect(await publish(moved)).toMatchObject({ ok: true })
  expect((await changes())[0]?.text).toBe(`发布第 ${version + 1} 版派单目录，${entries.length} 条，改了 1 条`)
})

test('no query of it all scans', () => stage.cloud.meter.assertClean())
