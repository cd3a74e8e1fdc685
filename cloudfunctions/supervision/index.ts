import { serve } from '../platform/serve'
import { list } from './list'
import { rates } from './rates'

/** 督办: figures, and what stands behind them. */
export const main = serve('supervision', [rates, list])
