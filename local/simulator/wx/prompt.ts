import type { Phone } from '../runtime/phone'

const css = `
.wx-prompt { position: absolute; inset: 0; display: flex; background: rgba(0,0,0,.6); color: rgba(0,0,0,.9); font-size: 17px;
  line-height: 1.4; outline: 0; animation: wx-prompt-in .15s }
.wx-prompt button, .wx-prompt input { font-family: inherit }
.wx-prompt-middle { align-items: center; justify-content: center; padding: 24px }
.wx-prompt-bottom { align-items: flex-end }
.wx-prompt-whole { background: #fff }
.wx-prompt-box { display: flex; flex-direction: column; width: 100%; max-height: 90%; overflow: auto; background: #fff }
.wx-prompt-middle > .wx-prompt-box { max-width: 320px; border-radius: 12px }
.wx-prompt-bottom > .wx-prompt-box { padding-bottom: 16px; border-radius: 12px 12px 0 0 }
.wx-prompt-whole > .wx-prompt-box { max-height: none; height: 100% }
.wx-prompt-title { padding: 32px 24px 0; font-weight: 700; text-align: center }
.wx-prompt-words { margin: 16px 24px 32px; color: rgba(0,0,0,.55); text-align: center; white-space: pre-wrap;
  overflow-wrap: anywhere }
.wx-prompt-title:last-child, .wx-prompt-title + .wx-prompt-buttons { margin-top: 32px }
.wx-prompt-buttons { display: flex; border-top: 1px solid rgba(0,0,0,.1) }
.wx-prompt-buttons > button { flex: 1; min-height: 56px; border: 0; background: none; color: rgba(0,0,0,.9);
  font: inherit; font-weight: 700; cursor: pointer }
.wx-prompt-buttons > button + button { border-left: 1px solid rgba(0,0,0,.1) }
.wx-prompt-buttons > .wx-prompt-main { color: #576b95 }
.wx-prompt-pair { display: flex; gap: 16px; justify-content: center; padding: 24px }
.wx-prompt-pair > button { min-width: 120px; height: 40px; border: 0; border-radius: 4px; background: #f2f2f2; color: #06ae56;
  font: inherit; cursor: pointer }
.wx-prompt-pair > .wx-prompt-main { background: #07c160; color: #fff }
.wx-prompt-head { display: flex; gap: 8px; align-items: center; padding: 24px 24px 0; font-size: 15px }
.wx-prompt-head::before { content: ''; width: 24px; height: 24px; border-radius: 50%; background: #1f5eff }
.wx-prompt-list > button { display: block; width: 100%; min-height: 56px; padding: 0 24px; border: 0; border-bottom: 1px solid
  rgba(0,0,0,.08); background: #fff; color: inherit; font: inherit; cursor: pointer; text-align: center }
.wx-prompt-list > button:last-child { border-top: 8px solid #f7f7f7; border-bottom: 0 }
.wx-prompt-list > p { margin: 0; padding: 16px 24px; color: rgba(0,0,0,.5); font-size: 13px; text-align: center;
  border-bottom: 1px solid rgba(0,0,0,.08) }
.wx-prompt-left { margin: 8px 24px; text-align: left }
.wx-prompt-left:first-child { margin-top: 24px }
.wx-prompt-small { color: rgba(0,0,0,.5); font-size: 14px }
.wx-prompt input:not([type]), .wx-prompt input[type=text], .wx-prompt input[type=tel] { box-sizing: border-box; width: 100%;
  padding: 10px; border: 0; border-radius: 4px; background: #f2f2f2; font: inherit }
.wx-prompt button:focus-visible { outline: 2px solid #576b95; outline-offset: -4px }
@keyframes wx-prompt-in { from { opacity: 0 } }`

export type PromptPlace = 'middle' | 'bottom' | 'whole'

export interface Prompt {
  box: HTMLElement
  /** An element with a class of the prompt, in the box or inside another. */
  add(tag: string, name: string, words?: string, inside?: HTMLElement): HTMLElement
  button(inside: HTMLElement, words: string, main: boolean, act: () => void): HTMLButtonElement
}

interface PromptOptions<T> {
  place: PromptPlace
  label: string
  /** The answer to a tap beside the box, Escape, and to a prompt that another one pushed away. Without it there is none. */
  away?: T
  /** No call of the app waits for it: it was answered when the prompt came up. */
  aside?: boolean
  draw(prompt: Prompt, answer: (value: T) => void): void
}

/**
 * Draws a question on the phone and waits for its answer. WeChat shows one at a time: what comes meanwhile waits its turn.
 */
export function ask<T>(phone: Phone, options: PromptOptions<T>): Promise<T> {
  const turn = (queues.get(phone) ?? Promise.resolve()).then(() => show(phone, options))
  queues.set(
    phone,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  )
  return turn
}

const queues = new WeakMap<Phone, Promise<void>>()

function show<T>(phone: Phone, { place, label, draw, aside, ...rest }: PromptOptions<T>): Promise<T> {
  const { document } = phone.screen
  phone.screen.style('prompt', css)
  return new Promise((resolve) => {
    const cover = document.createElement('div')
    const box = document.createElement('div')
    cover.className = `wx-prompt wx-prompt-${place}`
    cover.tabIndex = -1
    box.className = 'wx-prompt-box'
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-modal', 'true')
    box.setAttribute('aria-label', label)
    cover.append(box)
    const answer = (value: T): void => {
      remove()
      resolve(value)
    }
    const add: Prompt['add'] = (tag, name, words = '', inside = box) => {
      const made = document.createElement(tag)
      made.className = `wx-prompt-${name}`
      made.textContent = words
      inside.append(made)
      return made
    }
    const button: Prompt['button'] = (inside, words, main, act) => {
      const made = add('button', main ? 'main' : 'other', words, inside) as HTMLButtonElement
      made.type = 'button'
      made.addEventListener('click', act)
      return made
    }
    draw({ box, add, button }, answer)
    if ('away' in rest) {
      const leave = () => answer(rest.away as T)
      cover.addEventListener('click', (event) => event.target === cover && leave())
      cover.addEventListener('keydown', (event) => event.key === 'Escape' && leave())
    }
    const remove = aside ? phone.screen.show(cover, 'aside') : phone.screen.show(cover)
    cover.focus({ preventScroll: true })
  })
}

/** 允许 / 拒绝, as WeChat asks for a permission. */
export function askPermission(phone: Phone, title: string, why: string): Promise<boolean> {
  return ask(phone, {
    place: 'bottom',
    label: title,
    away: false,
    draw({ add, button }, answer) {
      add('div', 'head', '小程序 申请')
      add('h3', 'left', title)
      add('p', 'left wx-prompt-small', why)
      const pair = add('div', 'pair')
      button(pair, '拒绝', false, () => answer(false))
      button(pair, '允许', true, () => answer(true))
    },
  })
}
