import type { Automated } from './protocol'

/** What a person does outside the app's own pages. */
const deeds: Readonly<
  Record<string, (given: { url?: string } | undefined, automated: Automated) => unknown>
> = {
  goHome: (_, { phone }) => {
    const [home] = phone.appJson.pages as string[]
    return phone.router.reLaunch({ url: `/${home}` })
  },
  navigateLeft: (_, { phone }) => phone.pressBack(),
  switchTab: (given, { phone }) => phone.router.switchTab({ url: given?.url ?? '' }),
  confirmModal: (_, automated) => press(automated, 'confirm'),
  cancelModal: (_, automated) => press(automated, 'cancel'),
  authorizeAllow: (_, automated) => press(automated, 'confirm'),
  authorizeCancel: (_, automated) => press(automated, 'cancel'),
  shareConfirm: (_, automated) => press(automated, 'confirm'),
  shareCancel: (_, automated) => press(automated, 'cancel'),
}

/** Tool.native: buttons of the system, answered on the prompts that the phone draws. */
export async function native(
  { method, data }: { method: string; data?: { url?: string } },
  automated: Automated,
): Promise<Record<string, never>> {
  const deed = deeds[method]
  if (deed === undefined) throw new Error(`this phone has no ${method}`)
  await deed(data, automated)
  return {}
}

/** Buttons of prompts, as wx/prompt.ts draws them: the one that agrees, and all others, the refusal last. */
const buttonOf = { confirm: '.wx-prompt-main', cancel: '.wx-prompt-other' } as const

function press({ phone }: Automated, answer: keyof typeof buttonOf): void {
  const button = [...phone.screen.document.querySelectorAll<HTMLElement>(buttonOf[answer])].at(-1)
  if (button === undefined) throw new Error('no prompt is waiting for an answer')
  button.click()
}
