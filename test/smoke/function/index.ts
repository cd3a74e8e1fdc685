/** Deployed as `smoke` for the questions that only a function can answer. */
import { setTimeout as sleep } from 'node:timers/promises'
import tcb from '@cloudbase/node-sdk'

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
let current: unknown

/** Whether another call, or another caller, is seen in the middle of this one. */
export async function main(event: { nonce: unknown; waitMs: number }): Promise<unknown> {
  current = event.nonce
  const before = app.auth().getUserInfo().openId
  await sleep(event.waitMs)
  const after = app.auth().getUserInfo().openId
  return { undisturbed: current === event.nonce && before === after }
}
