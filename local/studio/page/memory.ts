/** How a phone on the shelf is set up; kept by the browser. */
export interface PhoneSetup {
  person: string
  width: number
  /** WeChat's text size, px. */
  font: number
  /** Base library version. */
  sdk: string
}

export const defaultSetup = { width: 375, font: 17, sdk: '3.8.12' } as const

const phonesKey = 'studio.phones'
const stageKey = 'studio.stage'

/** Who stands on the shelf when nothing is remembered: a resident, a department's contact, a supervisor. */
const firstPeople = ['resident-1', 'contact-city-management', 'supervisor-1'] as const

/** @param openids everybody who may be chosen; whoever is gone from the district is left out. */
export function rememberedPhones(openids: readonly string[]): PhoneSetup[] {
  const kept = JSON.parse(localStorage.getItem(phonesKey) ?? 'null') as PhoneSetup[] | null
  const known = (kept ?? []).filter(({ person }) => openids.includes(person))
  if (known.length > 0) return known
  return firstPeople
    .map((first) => openids.find((openid) => openid === first))
    .filter((openid) => openid !== undefined)
    .map((person) => ({ ...defaultSetup, person }))
}

export function rememberPhones(phones: readonly PhoneSetup[]): void {
  localStorage.setItem(phonesKey, JSON.stringify(phones))
}

/** After `--reset` the district knows nothing of what phones have stored: they forget as well, only the shelf stays. */
export function forgetPhones(stageId: string): void {
  if (localStorage.getItem(stageKey) === stageId) return
  const shelf = localStorage.getItem(phonesKey)
  localStorage.clear()
  if (shelf !== null) localStorage.setItem(phonesKey, shelf)
  localStorage.setItem(stageKey, stageId)
}
