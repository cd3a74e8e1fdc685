import { z } from 'zod'
import type { Area, Catalogue, Department, Post, Profile, Service } from '../../typings/contract/directory'
import type { Calendar } from '../../typings/contract/time'
import { refuse } from '../domain/errors'
import type { Caller } from '../platform/caller'
import { operation } from '../platform/operation'

/** 诉求类别, for choosing; the words that tell a service stay on the server. */
export const services = operation('directory.services', {
  input: z.object({}),
  async run({ directory }): Promise<{ services: Omit<Service, 'words'>[] }> {
    return { services: directory.services.map(({ words: _words, ...service }) => service) }
  },
})

/** Areas below one, or all streets: 街道 → 社区 → 网格, a step at a time. */
export const areas = operation('directory.areas', {
  input: z.object({ parentId: z.string().max(80).optional() }),
  async run({ input, directory }): Promise<{ areas: Area[] }> {
    const parentId = input.parentId ?? directory.settings.districtAreaId
    return { areas: directory.areas.filter((area) => area.parentId === parentId) }
  },
})

/** 承办单位, active ones. */
export const departments = operation('directory.departments', {
  input: z.object({}),
  async run({ directory }): Promise<{ departments: Department[] }> {
    return { departments: directory.departments.filter(({ active }) => active) }
  },
})

/** 职位, of one unit; who holds them is the staff's business. */
export const posts = operation('directory.posts', {
  input: z.object({ departmentId: z.string().max(80) }),
  async run({
    input,
    directory,
    caller,
  }): Promise<{ posts: Omit<Post, 'personId' | 'dutyPhone' | 'invitation'>[] }> {
    guardStaff(caller)
    return {
      posts: directory.posts
        .filter(({ departmentId }) => departmentId === input.departmentId)
        .map(({ personId: _personId, dutyPhone: _dutyPhone, invitation: _invitation, ...post }) => post),
    }
  },
})

/** 派单目录 in force; open to everybody, as 权责清单 are. */
export const catalogue = operation('directory.catalogue', {
  input: z.object({ serviceCode: z.string().max(80).optional() }),
  async run({ input, directory }): Promise<Catalogue> {
    const { entries, ...head } = directory.catalogue
    const { serviceCode } = input
    return {
      ...head,
      entries: entries.filter((row) => serviceCode === undefined || row.serviceCode === serviceCode),
    }
  },
})

/** 时限方案 and calendars, with their basis; open to everybody. */
export const rules = operation('directory.rules', {
  input: z.object({}),
  async run({ directory }): Promise<{ profileId: string; profiles: Profile[]; calendars: Calendar[] }> {
    const { settings, profiles, calendars } = directory
    return { profileId: settings.profileId, profiles: [...profiles], calendars: [...calendars] }
  },
})

function guardStaff({ posts: held }: Caller) {
  if (held.length === 0) refuse('NOT_ALLOWED')
}
