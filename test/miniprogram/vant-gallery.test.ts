import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage, type Stage } from '../local/simulator/stage'
import { type AppCopy, copyApp } from './worlds/app-copy'

/** Every Vant component that the app uses, in all its states, on the app's own ground; pictures in artifacts/gallery. */
const galleries: Record<string, string> = {
  button: ['default', 'primary', 'info', 'warning', 'danger']
    .map(
      (type) => `<view class="row">
        <van-button type="${type}">普通</van-button> <van-button type="${type}" plain>朴素</van-button>
        <van-button type="${type}" disabled>禁用</van-button> <van-button type="${type}" loading>在办</van-button>
      </view>`,
    )
    .concat(
      ['large', 'normal', 'small', 'mini'].map(
        (size) => `<van-button type="info" size="${size}">${size}</van-button> `,
      ),
      `<van-button type="info" round>圆</van-button> <van-button type="info" square>方</van-button>
      <van-button type="info" plain hairline>细边</van-button> <van-button icon="phone-o" type="info">图标</van-button>
      <van-button color="#7232dd">颜色</van-button> <van-button block type="info">整行</van-button>
      <van-button block type="info" size="large" loading loading-text="正在提交…">提交</van-button>
      <van-button block type="info" loading loading-type="spinner" />`,
    )
    .join('\n'),
  icon: `<view class="row"><van-icon wx:for="{{icons}}" wx:key="*this" name="{{item}}" size="32px" class="icon" /></view>
    <van-icon name="chat-o" size="32px" dot /> <van-icon name="chat-o" size="32px" info="9" />
    <van-icon name="phone-o" color="#1f5eff" size="1.3em" /> <van-icon name="/images/tab-home.png" size="32px" />`,
  'popup-bottom':
    '<van-popup show position="bottom" round closeable><view class="card">下方</view></van-popup>',
  'popup-top': '<van-popup show position="top"><view class="card">上方</view></van-popup>',
  'popup-left':
    '<van-popup show position="left" custom-style="width: 40%"><view class="card">左</view></van-popup>',
  'popup-right':
    '<van-popup show position="right" custom-style="width: 40%"><view class="card">右</view></van-popup>',
  'popup-center': '<van-popup show round><view class="card">中间</view></van-popup>',
  'popup-bare':
    '<van-popup show position="bottom" overlay="{{false}}"><view class="card">没有遮罩</view></van-popup>',
  'action-sheet': `<van-action-sheet show title="换一步" description="选一个" cancel-text="不选了" actions="{{actions}}" />`,
}
const shownIcons = (app: AppCopy) => [
  ...new Set(
    sources(app).flatMap((text) =>
      [...text.matchAll(/<van-icon[^>]*? name="([\w-]+)"/g)].map(([, name]) => name),
    ),
  ),
]

const sources = (app: AppCopy) =>
  app
    .files()
    .filter((path) => path.endsWith('.wxml'))
    .map((path) => app.read(path))

/** `button`, … as the app's json files name them. */
const used = (app: AppCopy) =>
  new Set(
    app
      .files()
      .filter((path) => path.endsWith('.json'))
      .flatMap((path) =>
        [...app.read(path).matchAll(/"@vant\/weapp\/([\w-]+)\/index"/g)].map(([, name = '']) => name),
      ),
  )

let app: AppCopy
let stage: Stage
beforeAll(() => {
  mkdirSync('artifacts/gallery', { recursive: true })
  app = copyApp()
  const config = JSON.parse(app.read('app.json')) as { pages: string[] }
  const data = {
    icons: shownIcons(app),
    actions: [
      { name: '延期' },
      { name: '撤回', color: '#d92d20' },
      { name: '转办', subname: '要中心同意' },
      { name: '不能选', disabled: true },
      { name: '在办', loading: true },
    ],
  }
  for (const [name, wxml] of Object.entries(galleries)) {
    const tags = ['button', 'icon', 'popup', 'action-sheet'].map((tag) => [
      `van-${tag}`,
      `@vant/weapp/${tag}/index`,
    ])
    app.write(`gallery/${name}.json`, JSON.stringify({ usingComponents: Object.fromEntries(tags) as object }))
    app.write(`gallery/${name}.wxml`, `<view class="page">${wxml}</view>`)
    app.write(`gallery/${name}.ts`, `Page({ data: ${JSON.stringify(data)} })`)
    config.pages.push(`gallery/${name}`)
  }
  app.write('app.json', JSON.stringify(config))
})
beforeAll(async () => void (stage = await setStage({ projectDir: app.root })))
afterAll(async () => {
  await stage.close()
  app.remove()
})

test('the gallery shows every Vant component that the app uses', () => {
  const shown = Object.values(galleries).join()
  expect([...used(app)].filter((name) => !shown.includes(`<van-${name}`))).toEqual([])
  expect(used(app).size).toBeGreaterThan(2)
})

test.each(Object.keys(galleries))('%s draws in all its states without a complaint', async (name) => {
  const told: string[] = []
  const phone = await stage.open({ path: `gallery/${name}` }, (message) => told.push(message))
  const glass = phone.frameLocator('.phone-page.top iframe')
  const root = glass.locator(
    name === 'icon' || name === 'button' ? '.page' : `.van-${name.replace(/-(?!sheet).*/, '')}`,
  )
  await root.first().waitFor({ state: 'visible' })
  await phone.waitForTimeout(400)
  await phone.screenshot({ path: `artifacts/gallery/${name}.png` })
  expect(told).toEqual([])
  await phone.close()
})
