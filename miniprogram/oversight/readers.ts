import type { Session } from '../../typings/contract/session'

/** A leader in charge reads figures; the tickets behind them are the supervisor's and the desk's. */
export const maySeeTickets = ({ posts }: Pick<Session, 'posts'>): boolean =>
  posts.some(({ role }) => role === 'supervisor' || role === 'dispatcher')
