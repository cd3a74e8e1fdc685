import type { StagePerson, StudioState } from '../state'
import { element } from './element'
import { defaultSetup, type PhoneSetup, rememberedPhones, rememberPhones } from './memory'
import { HEIGHT, phoneView, type PhoneView } from './phone-view'
import type { View } from './view'

/** px: the bar, a phone's name and its buttons, and air. */
const ABOVE_AND_BELOW = 240
/** px beside the glass: its frame and the gap to the next phone. */
const FRAME = 36
/** px of the button that adds a phone. */
const ADD = 76
const SIDE_BY_SIDE = 3
/** px; narrower than this, one phone stands beside a part of the next. */
const NARROW = 700
/** Smaller than this, nobody can read. */
const SMALLEST = 0.62

/** The phones side by side, each somebody's; more can be put there. */
export function phoneShelf(
  people: readonly StagePerson[],
): View & { sourceChanged(): void; people(): string[] } {
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

  /** Phones are drawn as large as fits: all of one above the fold, three side by side. */
  function fit(): void {
    const high = (window.innerHeight - ABOVE_AND_BELOW) / HEIGHT
    const beside = node.clientWidth < NARROW ? 1 : SIDE_BY_SIDE
    const wide = ((node.clientWidth - ADD) / beside - FRAME) / defaultSetup.width
    const scale = Math.max(SMALLEST, Math.min(1, high, wide))
    node.style.setProperty('--scale', scale.toFixed(3))
  }
  new ResizeObserver(fit).observe(node)
  window.addEventListener('resize', fit)

  for (const setup of rememberedPhones(people.map(({ openid }) => openid))) put(setup)
  return {
    node,
    people: () => phones.map(({ setup }) => setup.person),
    update(state: StudioState) {
      for (const phone of phones) phone.update(state)
    },
    sourceChanged() {
      for (const phone of phones) phone.sourceChanged()
    },
  }
}
