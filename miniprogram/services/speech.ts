/** 同声传译, WeChat's own plugin, as far as it is used here. Source: its page in WeChat's documentation. */
interface SpeechPlugin {
  textToSpeech(call: {
    lang: 'zh_CN'
    tts: true
    content: string
    success(answer: { retcode: number; filename: string }): void
    fail(answer: { retcode: number; msg?: string }): void
  }): void
}

/** Characters of one reading; the plugin takes 1,000 bytes, three of which are a Chinese character. */
const longest = 300

let known: SpeechPlugin | null | undefined

/** Where the account has no plugin, or app.json doesn't name it, requirePlugin throws: then nothing is read here. */
function plugin(): SpeechPlugin | null {
  if (known !== undefined) return known
  try {
    known = requirePlugin('WechatSI') as SpeechPlugin
  } catch {
    known = null
  }
  return known
}

export const maySpeak = (): boolean => plugin() !== null

/** @returns a file that can be played; undefined where the plugin's service has none. */
export function spoken(words: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    plugin()?.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content: words.slice(0, longest),
      success: ({ retcode, filename }) => resolve(retcode === 0 ? filename : undefined),
      fail: () => resolve(undefined),
    })
  })
}
