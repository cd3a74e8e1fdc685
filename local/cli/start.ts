import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startStudio } from '../studio/studio'
import { thisProject } from '../studio/this-project'

/** `npm start [-- --port N --reset --no-open --data DIR]`: the whole system on one page. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9500' },
    data: { type: 'string', default: '.stage/studio' },
    reset: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
})

const dataDir = resolve(values.data)
if (values.reset) rmSync(dataDir, { recursive: true, force: true })

const stage = await startStudio(thisProject(), { port: Number(values.port), dataDir, watch: true }).catch(
  (error: unknown) => {
    console.error(portWords(error) ?? error)
    process.exit(1)
  },
)
// Since the process began, loading of modules included.
const seconds = (performance.now() / 1000).toFixed(1)

console.log(`民呼我应演示台已就绪（${seconds} 秒）：${stage.url}`)
console.log(`  手机、时钟、消息、花费都在这一页上；改了源码会自动重新打开。`)
console.log(`  自动化测试：miniprogram-automator 连接 ${stage.automatorUrl('resident-1')}`)
console.log(`  直接调用函数：curl -d '{"op":"…"}' '${stage.url}/invoke/tickets?openid=resident-1'`)
console.log(`  数据存在 ${dataDir}；加 --reset 从头开始。按 Ctrl-C 结束。`)

if (!values['no-open'] && process.stdout.isTTY) openInBrowser(stage.url)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1)
    stopping = true
    void stage.stop().then(() => process.exit(0))
  })
}

function portWords(error: unknown): string | undefined {
  const { code } = error as { code?: string }
  if (code !== 'EADDRINUSE') return undefined
  return `端口 ${values.port} 已被占用：换一个（npm start -- --port 9600），或先停掉占用它的程序。`
}

/** Where there is no browser to open, the printed address is enough. */
function openInBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}
