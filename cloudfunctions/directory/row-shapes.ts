import { z } from 'zod'
import { dutyPhonePattern } from '../domain/routing/duty-phone'

const text = z.string().min(1).max(300)
const id = z.string().min(1).max(80)
const limit = z.object({
  amount: z.number().positive(),
  unit: z.enum(['naturalHour', 'naturalDay', 'workDay', 'workMinute']),
})
const limits = (names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, limit])))

const classes = ['emergency', 'utility', 'consult', 'suggestion', 'general', 'complex'] as const
const firstSteps = limits(['acknowledge', 'firstContact'])
const hours = z.array(z.tuple([z.string(), z.string()]))
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** What a row must have at least, so that nothing half-made gets where deadlines are counted; checkDirectory says the rest. */
export const rowShapes = {
  areas: z.looseObject({
    _id: id,
    level: z.enum(['district', 'street', 'community', 'grid']),
    name: text,
    style: z.string(),
    path: z.array(id).min(1),
  }),
  departments: z.looseObject({
    _id: id,
    name: text,
    shortName: text,
    class: z.enum(['centre', 'department', 'utility', 'street', 'village']),
    areaId: id,
    calendarId: id,
    active: z.boolean(),
  }),
  posts: z.looseObject({
    _id: id,
    departmentId: id,
    role: z.enum(['contact', 'deputy', 'dispatcher', 'supervisor', 'gridWorker', 'leader', 'admin']),
    title: text,
    dutyPhone: z.string().regex(dutyPhonePattern).optional(),
    areaId: id,
    active: z.boolean(),
  }),
  services: z.looseObject({
    _id: id,
    code: id,
    name: text,
    level1: text,
    level2: text,
    words: z.array(text),
    limitClass: z.enum(classes),
  }),
  profiles: z.looseObject({
    _id: id,
    name: text,
    version: z.int(),
    basis: text,
    calendarId: id,
    promise: limits(classes),
    reply: limits(classes),
    steps: z.record(z.string(), limit),
    firstSteps: z.object({ emergency: firstSteps, priority: firstSteps }),
    returnWindow: limit,
    reopenWindow: limit,
    ladder: z.array(z.looseObject({ id: text })),
  }),
  calendars: z.looseObject({
    _id: id,
    name: text,
    version: z.int(),
    weekly: z.object(Object.fromEntries(weekdays.map((day) => [day, hours]))),
    years: z.record(z.string(), z.looseObject({ notice: text, holidays: z.array(z.unknown()) })),
  }),
} as const
