import { z } from 'zod'
import type { ListInput } from '../../typings/contract/views'
import { lists } from '../domain/access/rows'
import { operation } from '../platform/operation'
import { listPage } from '../platform/ticket-lists'
import { limits, shapes } from './shapes'

const views = Object.keys(lists) as [ListInput['view'], ...ListInput['view'][]]

/** 列表:每一种是一次按索引的读取。 */
export const list = operation('tickets.list', {
  input: z.object({
    view: z.enum(views),
    due: z.enum(['overdue', 'today']).optional(),
    serviceCode: shapes.id.optional(),
    areaId: shapes.id.optional(),
    cursor: z.string().max(300).optional(),
    limit: z.int().positive().max(limits.pageSizeMost).default(limits.pageSize),
  }),
  run: listPage,
})
