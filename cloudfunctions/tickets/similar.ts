import { z } from 'zod'
import type { SimilarInput, SimilarItem, SimilarOutput } from '../../typings/contract/similar'
import { isAccused } from '../domain/access/accused'
import { refuse } from '../domain/errors'
import { isAboutConduct } from '../domain/routing/avoidance'
import { indexDirectory, type DirectoryIndex } from '../domain/routing/index-directory'
import { findAlike } from '../domain/similarity/find-alike'
import type { Likeness, Trouble } from '../domain/similarity/same-trouble'
import { ticketSignature } from '../domain/similarity/ticket-signature'
import { guessOf } from '../domain/ticket/hear'
import { isOpen } from '../domain/ticket/status'
import type { Actor } from '../domain/ticket/ticket'
import { type CallContext, operation } from '../platform/operation'
import { type AlikeTicket, ticketsAlike } from '../platform/stores/alike-store'
import { findTicket } from '../platform/stores/ticket-store'
import { limits, shapes } from './shapes'

const dayMs = 86_400_000
/** Older troubles at the same place are others. In days. */
const lookBack = 90
const itemsMost = 5

const input: z.ZodType<SimilarInput> = z.object({
  ticketId: shapes.id.optional(),
  text: z.string().trim().max(limits.description).optional(),
  subject: z.string().trim().max(limits.subject).optional(),
  place: z
    .object({ areaId: shapes.id, address: z.string().trim().max(limits.address).optional() })
    .optional(),
  serviceCode: shapes.id.optional(),
})

/**
 * 同一件事:提交前提示群众"有人反映过",派单台提示可以并单。群众只看到类别、社区、进度和人数;
 * 不愿让别人看到的,只算一个数。
 */
export const similar = operation('tickets.similar', {
  input,
  async run(context): Promise<SimilarOutput> {
    const { caller, directory, now } = context
    const staff = caller.actors.find(({ role }) => role === 'dispatcher' || role === 'supervisor')
    const index = indexDirectory(directory)
    const { trouble, self } = await asked(context, staff, index)
    const near = await ticketsAlike(ticketSignature(trouble), now - lookBack * dayMs)
    const open = near.filter((one) => isOpen(one.status) && one._id !== self)
    const alike = findAlike(trouble, open, troubleOf)
    const known = alike.filter(({ other }) => staff || isOwn(other, context) || !isSecret(other, index))
    const seen = known.filter(({ other }) => mayBeSeen(other, staff, context))
    return {
      items: seen.slice(0, itemsMost).map(({ other, likeness }) => item(other, likeness, staff, context)),
      hidden: staff ? 0 : known.length - seen.length,
      now,
    }
  },
})

/** The words at hand; of a standing ticket its own, which only the centre may ask for. */
async function asked(
  { input, directory, now }: CallContext<SimilarInput>,
  staff: Actor | undefined,
  index: DirectoryIndex,
): Promise<{ trouble: Trouble; self?: string }> {
  if (input.ticketId !== undefined) {
    if (!staff) refuse('NOT_ALLOWED', 'input.ticketId')
    const ticket = (await findTicket(input.ticketId)) ?? refuse('TICKET_NOT_FOUND', 'input.ticketId')
    if (staff.role !== 'supervisor' && isAccused(staff.departmentId, ticket, directory))
      refuse('TICKET_NOT_FOUND', 'input.ticketId')
    const serviceCode = ticket.serviceCode ?? ticket.guess?.serviceCode
    return { trouble: { ...troubleOf(ticket), ...(serviceCode && { serviceCode }) }, self: ticket._id }
  }
  const { text = '', subject = '', place } = input
  const serviceCode = input.serviceCode ?? guessOf({ subject, detail: text }, directory).serviceCode
  return {
    trouble: {
      subject,
      detail: text,
      path: index.areas.get(place?.areaId ?? '')?.path ?? [],
      submittedAt: now,
      ...(place?.address && { address: place.address }),
      ...(serviceCode && { serviceCode }),
    },
  }
}

const troubleOf = ({ subject, description, place, submittedAt, serviceCode }: AlikeTicket): Trouble => ({
  subject: description.startsWith(subject) ? '' : subject,
  detail: description,
  path: place.path,
  submittedAt,
  ...(place.address && { address: place.address }),
  ...(serviceCode && { serviceCode }),
})

const isOwn = ({ caller }: AlikeTicket, { caller: { aliases } }: CallContext<unknown>) =>
  aliases.includes(caller.alias)

/** Not even a number tells that somebody was accused. */
function isSecret(
  { kind, againstDepartmentId, serviceCode = '' }: AlikeTicket,
  { services }: DirectoryIndex,
) {
  const service = services.get(serviceCode)
  return kind === 'report' || againstDepartmentId !== undefined || (service && isAboutConduct(service))
}

/** The centre sees all but what accuses itself; others their own, and what its caller shares and has a service. */
function mayBeSeen(ticket: AlikeTicket, staff: Actor | undefined, context: CallContext<unknown>): boolean {
  if (staff) return staff.role === 'supervisor' || !isAccused(staff.departmentId, ticket, context.directory)
  return isOwn(ticket, context) || (ticket.caller.share === true && ticket.serviceCode !== undefined)
}

function item(
  ticket: AlikeTicket,
  { kind, because }: Likeness,
  staff: Actor | undefined,
  context: CallContext<unknown>,
): SimilarItem {
  const { areas, services } = indexDirectory(context.directory)
  const own = isOwn(ticket, context)
  const whole = staff !== undefined || own
  return {
    ticketId: ticket._id,
    ...(whole && { number: ticket.number }),
    title: whole ? ticket.subject : (services.get(ticket.serviceCode ?? '')?.name ?? ''),
    place: ticket.place.path
      .slice(1, 3)
      .map((id) => areas.get(id)?.name ?? '')
      .join(' '),
    status: ticket.status,
    coSigners: ticket.coSignerCount,
    since: ticket.submittedAt,
    why: because
      .filter(({ about }) => whole || (about !== 'words' && about !== 'name'))
      .map(({ said }) => said),
    own,
    repeat: kind === 'repeat',
  }
}
