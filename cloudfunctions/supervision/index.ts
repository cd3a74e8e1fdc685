import { serve } from '../platform/serve'
import { climbing } from './climbing'
import { compare } from './compare'
import { dailyDigests } from './daily-digests'
import { flow } from './flow'
import { list } from './list'
import { openRates } from './open-rates'
import { overview } from './overview'
import { choosePlan, plan, plans } from './plans'
import { published } from './published'
import { rates } from './rates'
import { makeReport, report, reports } from './reports'
import { topics, topicTickets } from './topics'
import { trend } from './trend'
import { warnings } from './warnings'

/** 督办: figures, what stands behind them, and what climbs. */
export const main = serve('supervision', [
  overview,
  rates,
  openRates,
  dailyDigests,
  trend,
  compare,
  flow,
  list,
  climbing,
  reports,
  report,
  makeReport,
  topics,
  topicTickets,
  plans,
  plan,
  choosePlan,
  warnings,
  published,
])
