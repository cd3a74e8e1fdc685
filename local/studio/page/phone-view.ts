import type { PhoneHost } from '../../simulator/runtime/host'
import type { StagePerson, StudioState } from '../state'
import { element, redraw } from './element'
import { inboxList } from './inbox-list'
import type { PhoneSetup } from './memory'
import { choosePerson, personWords } from './person-dialog'
import { phoneSettings } from './phone-settings'
import type { View } from './view'

export interface PhoneView extends View {
  readonly setup: PhoneSetup
  sourceChanged(): void
}

/** CSS px of a phone's screen; a PC's is as high. */
export const HEIGHT = 812

/** A clock that is this far off (ms) is set again. */
const CLOCK_TOLERANCE = 1_500

/** One phone: whose it is, how it is set up, the phone itself, and what came into that person's WeChat. */
export function phoneView(
  setup: PhoneSetup,
  people: readonly StagePerson[],
  { changed, removed }: { changed(): void; removed(): void },
): PhoneView {
  let offset = 0
  const frame = element('iframe', { title: '手机', attributes: { allow: 'clipboard-write' } })
  const glass = element('div', { className: 'glass' }, frame)
  const who = element('button', {
    type: 'button',
    className: 'who',
    title: '换一个人用这部手机',
    onclick: async () => {
      const chosen = await choosePerson(people, setup.person)
      if (chosen === undefined || chosen === setup.person) return
      setup.person = chosen
      changed()
      load()
    },
  })
  const settings = phoneSettings(setup, {
    reload() {
      changed()
      load()
    },
    setOffline: (offline) => phone()?.network.change(offline ? 'none' : 'wifi'),
  })
  const inbox = element('div', { className: 'inbox' })
  const remove = element(
    'button',
    { type: 'button', className: 'icon', title: '收起这部手机', onclick: removed },
    '×',
  )
  const node = element(
    'article',
    { className: 'phone' },
    element('header', {}, who, remove),
    element('div', { className: 'case' }, glass),
    element('footer', {}, settings.node, inbox),
  )

  function phone(): PhoneHost | undefined {
    return (frame.contentWindow as (Window & { phone?: PhoneHost }) | null)?.phone
  }
  function load(): void {
    const person = people.find(({ openid }) => openid === setup.person)
    who.replaceChildren(...personWords(person, setup.person))
    node.style.setProperty('--width', `${setup.width}px`)
    node.style.setProperty('--height', `${HEIGHT}px`)
    settings.online()
    const query = new URLSearchParams({
      person: setup.person,
      cloud: location.origin,
      frame: 'none',
      plugins: 'WechatSI',
      clock: String(offset),
      font: String(setup.font),
      sdk: setup.sdk,
    })
    frame.src = `/phone/phone.html?${query}`
  }

  let loaded = false
  let arrived = 0
  return {
    node,
    setup,
    update({ clock, inboxes, journey }: StudioState) {
      const next = Math.round(clock.now - Date.now())
      const drifted = Math.abs(next - offset) > CLOCK_TOLERANCE
      if (drifted) offset = next
      if (!loaded) {
        loaded = true
        load()
      } else if (drifted) {
        phone()?.clock.setOffset(offset)
      }
      if (journey?.ticks !== undefined && journey.to !== arrived) {
        arrived = journey.to
        pickUp()
      }
      const mine = inboxes[setup.person] ?? []
      redraw(inbox, `${setup.person} ${mine.length} ${mine[0]?.id}`, () => inboxList(mine, open))
    },
    sourceChanged: () => frame.contentWindow?.dispatchEvent(new Event('sourcechanged')),
  }

  /** After a journey everybody looks at their phone anew, so that pages show what happened meanwhile. */
  function pickUp(): void {
    phone()?.hideApp()
    phone()?.showApp()
  }

  /** A tap on a message opens its page. */
  function open(page: string): void {
    void phone()?.router.reLaunch({ url: `/${page.replace(/^\//, '')}` })
  }
}
