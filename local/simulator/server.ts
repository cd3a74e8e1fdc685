import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, normalize } from 'node:path'
import type { Bundle } from './compiler/bundle'
import { Compiler } from './compiler/compile'
import { builtins } from './components/table'
import { fontFamilies, fontFile } from './font'
import { bundleRuntime, type RuntimeBundle } from './runtime-bundle'
import type { Problem } from './runtime/host'
import { watchFolder } from './watch'

export interface ServeOptions {
  /** Holds app.json, or a project.config.json that names the folder. */
  projectDir: string
  /** Origin of the CloudBase emulator that `wx.cloud` speaks to; an address may name another (`?cloud=`). */
  cloudUrl?: string
  /** Compiles again on save and reloads open phones. */
  watch?: boolean
  /** Where the handler is mounted, with slashes around: '/phone/'. */
  mount?: string
  /** Hears each compilation. */
  compiled?: (report: CompileReport) => void
}

export interface CompileReport {
  milliseconds: number
  /** UTF-8 bytes of the script that phones load. */
  bytes: number
  problems: readonly Problem[]
}

export interface MiniProgramServer {
  /** @returns false where the address is not below the mount. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** The present compilation; the first call compiles. */
  bundle(): Promise<Bundle>
  close(): void
}

/** The phone itself is the same for every mini-program of this process. */
let runtime: Promise<RuntimeBundle> | undefined

type Answer = (url: URL, response: ServerResponse) => Promise<void> | void

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
}

/** Serves one mini-program as phones: `phone.html?person=…`, its compiled script, its files. */
export function serveMiniProgram(options: ServeOptions): MiniProgramServer {
  const mount = options.mount ?? '/'
  const compiler = new Compiler({
    projectDir: options.projectDir,
    builtinTags: new Set(builtins.map((builtin) => builtin.tag)),
  })
  let bundle: Promise<Bundle> | undefined
  const listeners = new Set<ServerResponse>()
  /** Saves seen so far: a phone that loaded before the last one is told as soon as it asks. */
  let saves = 0

  const compile = async (): Promise<Bundle> => {
    const from = performance.now()
    const made = await compiler.compile()
    const milliseconds = performance.now() - from
    options.compiled?.({ milliseconds, bytes: Buffer.byteLength(made.code), problems: made.problems })
    return made
  }
  const present = () => (bundle ??= compile())
  const presentRuntime = () => (runtime ??= bundleRuntime())
  const watcher = options.watch
    ? watchFolder(compiler.sources.root, () => {
        saves += 1
        bundle = (bundle ?? Promise.resolve()).then(compile, compile)
        const tell = () => listeners.forEach((response) => response.write(changed))
        bundle.then(tell, tell)
      })
    : undefined

  const answers: Record<string, Answer> = {
    'phone.html'(_, response) {
      // Both are asked for at once; begun here, they are made side by side.
      void Promise.allSettled([presentRuntime(), present()])
      send(response, '.html', phonePage(options))
    },
    'runtime.js': async (_, response) => send(response, '.js', (await presentRuntime()).code),
    'boot.js.map': async (_, response) => send(response, '.map', (await presentRuntime()).map),
    async 'app.js'(_, response) {
      const loaded = saves
      const { code } = await present()
      const follow = options.watch ? `\nphoneFollow(${loaded})` : ''
      send(response, '.js', `${code}${follow}\n//# sourceMappingURL=app.js.map`)
    },
    saves: (_, response) => send(response, '.json', String(saves)),
    'app.js.map': async (_, response) => send(response, '.map', (await present()).map()),
    'problems.json': async (_, response) =>
      send(response, '.json', JSON.stringify((await present()).problems)),
    async origins(url, response) {
      const made = await present()
      const at = (url.searchParams.get('at') ?? '').split(',').filter(Boolean)
      const found = at.map((place) => made.original(Number(place.split(':')[0]), Number(place.split(':')[1])))
      send(response, '.json', JSON.stringify(found))
    },
    changes(url, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 500\n\n')
      if (Number(url.searchParams.get('since') ?? saves) < saves) response.write(changed)
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    },
  }

  const fileAnswer = (name: string): Answer | undefined => {
    if (name.startsWith('files/')) {
      return (_, response) => sendFile(response, name, compiler.sources.bytes(safe(name.slice(6))))
    }
    return name.startsWith('font/') ? (_, response) => sendFont(response, name.slice(5)) : undefined
  }

  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', 'http://phone')
      if (!url.pathname.startsWith(mount)) return false
      const name = decodeURIComponent(url.pathname.slice(mount.length)) || 'phone.html'
      const answer = answers[name] ?? fileAnswer(name)
      if (!answer) return false
      try {
        await answer(url, response)
      } catch (error) {
        console.error(error)
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
        response.end(String(error))
      }
      return true
    },
    bundle: present,
    close() {
      watcher?.close()
      listeners.forEach((response) => response.end())
    },
  }
}

/** As EventSource hears it. */
const changed = 'event: changed\ndata: {}\n\n'

/** Seconds a browser may keep what never changes. */
const day = 86_400

function send(response: ServerResponse, ending: string, body: string | Buffer, keepSeconds = 0): void {
  response.writeHead(200, {
    'content-type': types[ending] ?? 'application/octet-stream',
    'cache-control': keepSeconds > 0 ? `max-age=${keepSeconds}` : 'no-store',
  })
  response.end(body)
}

function sendFile(response: ServerResponse, name: string, body: Buffer | undefined, keepSeconds = 0): void {
  if (body) return send(response, extname(name).toLowerCase(), body, keepSeconds)
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`小程序里没有文件 ${name}`)
}

function safe(path: string): string {
  return normalize(path).replace(/^(\.\.(\/|\\|$))+/, '')
}

async function sendFont(response: ServerResponse, path: string): Promise<void> {
  const found = fontFile(path)
  sendFile(response, path, found && (await readFile(found.file)), day)
}

function phonePage({ cloudUrl }: ServeOptions): string {
  const cloud = cloudUrl ? ` data-cloud="${cloudUrl}"` : ''
  return `<!doctype html>
<html lang="zh-CN"${cloud}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>手机</title><link rel="stylesheet" href="font/index.css">
<style>:root { --phone-font: ${fontFamilies}, -apple-system, "PingFang SC", "Microsoft YaHei", sans-serif }</style>
</head>
<body><script src="runtime.js"></script><script src="app.js"></script></body>
</html>`
}
