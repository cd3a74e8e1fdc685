import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandName } from '../../../typings/contract/commands'
import type { Ticket } from '../../../cloudfunctions/domain/ticket/ticket'
import { transitions } from '../../../cloudfunctions/domain/ticket/transitions'
import { monday } from '../../support/builders'
import { someInput } from '../../support/some-input'

/** Every operation that the source declares, `<function>.<op>`: a new one is swept without being named here. */
export function declaredOperations(source = 'cloudfunctions'): string[] {
  const functions = readdirSync(source, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && readdirSync(join(source, entry.name)).includes('index.ts'),
  )
  return functions.flatMap(({ name }) =>
    readdirSync(join(source, name))
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => declaredIn(readFileSync(join(source, name, file), 'utf8'))),
  )
}

function declaredIn(text: string): string[] {
  const reads = [...text.matchAll(/\boperation\(\s*'([\w.]+)'/g)].map(([, name = '']) => name)
  const commands = [...text.matchAll(/\bcommand\(\s*'(\w+)'/g)].map(([, name = '']) => `tickets.${name}`)
  return [...reads, ...commands]
}

export const isCommand = (operation: string): boolean => (operation.split('.')[1] ?? '') in transitions

/** What operations take beside the fields below; anything else that a function doesn't ask for is dropped by it. */
const own: Record<string, object> = {
  'directory.setAbsence': { postId: 'nobody' },
  'supervision.choosePlan': {
    serviceCode: 'street-light',
    title: '路灯',
    departmentId: 'city-management',
    measures: '逐条街查一遍',
    dueOn: '2099-01-01',
  },
  'supervision.plan': { planId: '2026-06:street-light' },
  'tickets.look': { seen: [{ ticketId: 'nobody', version: 1 }] },
  'directory.code': { address: '3 号楼' },
  'directory.prefill': { scene: 'a=grid-0101-1&s=street-light' },
  'directory.around': { longitude: 112.62, latitude: 28.05 },
  'directory.put': { list: 'areas', row: { _id: 'x' }, directoryVersion: 0 },
}

/** Every view a list may be asked for: an operation that takes one is asked for each. */
const views = [
  'mine',
  'inbox',
  'toAcknowledge',
  'handling',
  'replied',
  'coTasks',
  'desk',
  'toReview',
  'callbacks',
  'overdue',
  'supervised',
  'toPublish',
  'area',
  'all',
]

const boards = ['matters', 'promises', 'blocks', 'findings']

/** Whether its answers don't depend on the ticket it is asked with. */
export const isList = (operation: string): boolean =>
  operation.endsWith('.list') || /^directory\.(?!posts|suggest|code|prefill)/.test(operation)

/** Inputs that make an operation say as much as it ever says. */
export function inputsFor(operation: string, ticket: Ticket): object[] {
  const [, op = ''] = operation.split('.')
  const base = { ticketId: ticket._id, ...own[operation] }
  if (isCommand(operation)) return [{ ...someInput(op as CommandName, monday, ticket), ...base }]
  if (operation === 'square.list') return boards.map((board) => ({ board }))
  if (op === 'list') return views.map((view) => ({ ...base, view, limit: 100 }))
  const common = {
    departmentId: ticket.lead?.departmentId ?? 'centre',
    postId: ticket.lead?.postId ?? '',
    receiptCode: 'AAAAA-AAAAA-AAAAA',
    publicationId: ticket._id,
    streetId: ticket.place.path[1] ?? 'street-01',
    messageId: `${ticket._id}:1:*:inApp`,
    limit: 100,
    ...base,
  }
  const narrowing = { text: ticket.description.slice(0, 6), areaId: ticket.place.areaId }
  return op === 'search' ? [common, { ...common, ...narrowing }] : [{ ...common, ...narrowing }]
}
