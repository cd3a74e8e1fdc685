import type { Field, Values } from './steps/step'

/** What was written on a step's sheet and not given yet, by ticket and step. */
const keyOf = (ticketId: string, step: string) => `sheet:${ticketId}:${step}`

export const keptValues = (ticketId: string, step: string): Values =>
  (wx.getStorageSync(keyOf(ticketId, step)) as Values | '') || {}

/** Words alone: a choice that was made on another day would be a trap. */
export function keepValues(ticketId: string, step: string, fields: readonly Field[], values: Values): void {
  const texts = fields.filter(({ kind }) => kind === 'text').map(({ key }) => key)
  const written = Object.entries(values).filter(([key, value]) => texts.includes(key) && value.trim() !== '')
  if (written.length > 0) wx.setStorageSync(keyOf(ticketId, step), Object.fromEntries(written))
  else dropValues(ticketId, step)
}

export const dropValues = (ticketId: string, step: string) => wx.removeStorageSync(keyOf(ticketId, step))
