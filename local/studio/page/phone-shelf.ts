import type { StagePerson, StudioState } from '../state'
import { element } from './element'
import { defaultSetup, type PhoneSetup, rememberedPhones, rememberPhones } from './memory'
import { phoneView, type PhoneView } from './phone-view'
import type { View } from './view'

/** The phones side by side, each somebody's; more can be put there. */
export function phoneShelf(people: readonly StagePerson[]): View & { sourceChanged(): void } {
  const phones: PhoneView[] = []
  const add = element(
    'button',
    { type: 'button', className: 'add', onclick: () => put(nextSetup(), true) },
    element('span', {}, '＋'),
    '再放一部手机',
  )
  const node = element('section', { className: 'shelf', attributes: { 'aria-label': '手机' } }, add)

  function remember(): void {
    rememberPhones(phones.map(({ setup }) => setup))
  }
  function put(setup: PhoneSetup, scroll = false): void {
    const phone = phoneView(setup, people, {
      changed: remember,
      removed() {
        phones.splice(phones.indexOf(phone), 1)
        phone.node.remove()
        remember()
      },
    })
    phones.push(phone)
    node.insertBefore(phone.node, add)
    remember()
    if (scroll) add.scrollIntoView({ inline: 'end', block: 'nearest', behavior: 'smooth' })
  }
  /** The first resident without a phone, else anybody without one. */
  function nextSetup(): PhoneSetup {
    const taken = new Set(phones.map(({ setup }) => setup.person))
    const free = people.find(({ openid }) => !taken.has(openid)) ?? people[0]
    return { ...defaultSetup, person: free?.openid ?? 'resident-1' }
  }

  for (const setup of rememberedPhones(people.map(({ openid }) => openid))) put(setup)
  return {
    node,
    update(state: StudioState) {
      for (const phone of phones) phone.update(state)
    },
    sourceChanged() {
      for (const phone of phones) phone.sourceChanged()
    },
  }
}
