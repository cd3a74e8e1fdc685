import { openidOfCall } from '../platform/caller'
import { loadDirectory } from '../platform/stores/directory-store'
import { recountPlaces } from '../platform/stores/publication-counts'
import { findTopicsOfNight } from './find-topics'
import { makeOpenFiles } from './make-open-files'
import { makeReports } from './make-reports'
import { publishDigests } from './publish-digests'
import { publishFigures } from './publish-figures'
import { raiseWarnings } from './raise-warnings'
import { rollUpDays } from './roll-up-days'
import { sweep } from './sweep'

async function night(at: number) {
  await recountPlaces()
  const rolled = await rollUpDays(at)
  await publishFigures(at)
  const reports = await makeReports(await loadDirectory(), at)
  return { ...rolled, reports, warnings: await raiseWarnings(at) }
}

function work(trigger: string | undefined, at: number): Promise<unknown> {
  if (trigger === 'rollup') return night(at)
  if (trigger === 'openData') return makeOpenFiles(at)
  if (trigger === 'digest') return publishDigests(at)
  return trigger === 'topics' ? findTopicsOfNight(at) : sweep(at)
}

interface TimerEvent {
  Type?: string
  TriggerName?: string
}

/**
 * The clock's work: wakes, messages, facts, roll-ups. Only a timer may start it; a person may not, whatever they send.
 * Missed and doubled runs change nothing: what was done stands on the ticket.
 */
export async function main(event: TimerEvent): Promise<unknown> {
  if (openidOfCall() !== undefined || event.Type !== 'Timer')
    return { ok: false, error: { code: 'NOT_ALLOWED', message: '只由定时器运行。', requestId: '' } }
  return { ok: true, data: await work(event.TriggerName, Date.now()) }
}
