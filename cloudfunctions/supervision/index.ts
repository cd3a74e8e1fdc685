import { serve } from '../platform/serve'
import { compare } from './compare'
import { flow } from './flow'
import { list } from './list'
import { openRates } from './open-rates'
import { overview } from './overview'
import { rates } from './rates'
import { topics, topicTickets } from './topics'
import { trend } from './trend'
import { warnings } from './warnings'

/** 督办: figures, and what stands behind them. */
export const main = serve('supervision', [
  overview,
  rates,
  openRates,
  trend,
  compare,
  flow,
  list,
  topics,
  topicTickets,
  warnings,
])
