import { z } from 'zod'
import type { Area, Department, Service } from '../../typings/contract/directory'
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
