/** How large and how strong everything is drawn: one class on each page's root, the rest follows in app.wxss. */
export type ElderChoice = 'follow' | 'on' | 'off'

interface LookChoice {
  elder: ElderChoice
  contrast: boolean
}

const KEY = 'look'

/** px of WeChat's own font setting from which on people have asked for large letters (standard is 17). */
const largeFont = 20

export function lookChoice(): LookChoice {
  const kept = (wx.getStorageSync(KEY) as Partial<LookChoice> | '') || {}
  return { elder: kept.elder ?? 'follow', contrast: kept.contrast ?? false }
}

export function chooseLook(change: Partial<LookChoice>): string {
  wx.setStorageSync(KEY, { ...lookChoice(), ...change })
  return currentLook()
}

export function isElder(): boolean {
  const { elder } = lookChoice()
  if (elder !== 'follow') return elder === 'on'
  return (wx.getAppBaseInfo().fontSizeSetting ?? 0) >= largeFont
}

export function currentLook(): string {
  return [isElder() ? 'elder' : '', lookChoice().contrast ? 'contrast' : ''].filter(Boolean).join(' ')
}

interface LookingPage {
  data: { look: string }
  setData(change: { look: string }): void
}

/** For onShow: draws again only where the choice changed on another page. */
export function followLook(page: LookingPage): void {
  const look = currentLook()
  if (page.data.look !== look) page.setData({ look })
}
