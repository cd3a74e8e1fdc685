import { element } from './element'
import type { PhoneSetup } from './memory'

const fonts = [
  [17, '标准字号'],
  [20, '大字号（老人）'],
  [24, '特大字号（老人）'],
] as const

const widths = [
  [320, '小屏手机'],
  [375, '手机'],
  [430, '大屏手机'],
  [1024, '电脑'],
] as const

const sdks = [
  ['3.8.12', '当前基础库'],
  ['3.5.0', '旧基础库 3.5.0'],
  ['2.19.4', '很旧的基础库 2.19.4'],
] as const

interface Heard {
  reload(): void
  setOffline(offline: boolean): void
}

/** The gear of a phone: text size, screen, base library, and the switch that cuts its network. */
export function phoneSettings(
  setup: PhoneSetup,
  { reload, setOffline }: Heard,
): { node: HTMLElement; online(): void } {
  const cut = element('input', { type: 'checkbox', onchange: () => setOffline(cut.checked) })
  const node = element(
    'div',
    { className: 'settings' },
    element('label', { className: 'switch', title: '这部手机连不上网' }, cut, '断网'),
    element(
      'details',
      {},
      element('summary', { title: '字号、屏幕、基础库' }, '设置'),
      element(
        'div',
        { className: 'sheet' },
        choice('字号', fonts, setup.font, (value) => {
          setup.font = Number(value)
          reload()
        }),
        choice('屏幕', widths, setup.width, (value) => {
          setup.width = Number(value)
          reload()
        }),
        choice('基础库', sdks, setup.sdk, (value) => {
          setup.sdk = value
          reload()
        }),
        element('button', { type: 'button', onclick: reload }, '重新打开小程序'),
      ),
    ),
  )
  return { node, online: () => (cut.checked = false) }
}

function choice(
  label: string,
  options: readonly (readonly [string | number, string])[],
  value: string | number,
  chosen: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    {},
    ...options.map(([option, words]) => element('option', { value: String(option) }, words)),
  )
  select.value = String(value)
  select.onchange = () => chosen(select.value)
  return element('label', {}, label, select)
}
