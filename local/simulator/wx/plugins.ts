import type { Phone } from '../runtime/phone'
import { tone } from './tone'

/** ms of a Chinese syllable, roughly as the plugin speaks. */
const syllable = 220

/** Bytes of one text; source: 微信同声传译 (official-doc). */
const bytesMost = 1000

interface TextToSpeech {
  content?: string
  success?(answer: object): void
  fail?(answer: { retcode: number; msg: string }): void
}

/** Plugins this phone has, as WeChat hands them out. There is no voice here: one tone for each syllable. */
const plugins: Record<string, (phone: Phone) => object> = {
  WechatSI: (phone) => ({
    textToSpeech({ content = '', success, fail }: TextToSpeech) {
      const refuse = (retcode: number, msg: string) => setTimeout(() => fail?.({ retcode, msg }))
      if (content === '') return void refuse(-20002, 'text to speech input empty')
      if (new TextEncoder().encode(content).length > bytesMost || phone.network.type === 'none')
        return void refuse(-20003, 'text to speech inner server failed.')
      const sound = tone(
        content.length * syllable,
        (second) => 300 + 60 * (Math.floor((second * 1000) / syllable) % 3),
      )
      const filename = phone.files.put(sound, 'wav')
      setTimeout(() => success?.({ retcode: 0, origin: content, filename, expired_time: 0 }))
    },
  }),
}

/**
 * WeChat has a plugin where app.json names it and the account's owner added it. Here: named in app.json, or, as an owner
 * would, by `?plugins=WechatSI` in the phone's address. @throws Error otherwise, as WeChat does
 */
export function requirePlugin(phone: Phone): (name: string) => object {
  const declared = Object.keys((phone.appJson.plugins as object | undefined) ?? {})
  const added = new URLSearchParams(window.location.search).get('plugins')?.split(',') ?? []
  const made = new Map<string, object>()
  return (name) => {
    const make = [...declared, ...added].includes(name) ? plugins[name] : undefined
    if (!make) throw new Error(`plugin "${name}" is not defined`)
    const known = made.get(name) ?? make(phone)
    made.set(name, known)
    return known
  }
}
