import { expect, test } from 'vitest'
import { workCalendar } from '../../cloudfunctions/domain/calendar/national'
import { dueOf } from '../../cloudfunctions/domain/sla/clock'
import { explain } from '../../cloudfunctions/domain/sla/explain'
import { pendingRungs } from '../../cloudfunctions/domain/sla/ladder'
import { ladder } from '../../cloudfunctions/domain/sla/profiles'
import { addDays } from '../../cloudfunctions/domain/calendar/local-time'
import { aClock, rulesWith } from '../domain/sla/a-clock'

/** What a deadline costs. `npx vitest run --config vitest.bench.config.ts clocks` */
const rules = rulesWith()
const clocks = Array.from({ length: 365 }, (_, n) => aClock(`${addDays('2026-01-01', n)}T10:00`))

test.each([
  ['dueOf, five workdays', 20, (n: number) => dueOf(clocks[n]!, rules)],
  ['explain, five workdays', 200, (n: number) => explain(clocks[n]!, rules)],
  ['pendingRungs, the whole ladder', 200, (n: number) => pendingRungs(clocks[n]!, ladder, workCalendar)],
])('%s stays under %d µs', (label, most, run) => {
  const batch = clocks.length
  const rounds = Array.from({ length: 100 }, () => {
    const startedAt = performance.now()
    for (let n = 0; n < batch; n++) run(n)
    return ((performance.now() - startedAt) * 1000) / batch
  }).sort((a, b) => a - b)
  const median = rounds[50]!
  console.log(`${label}: ${median.toFixed(1)} µs median, ${rounds[95]!.toFixed(1)} µs p95`)
  expect(median).toBeLessThan(most)
})
