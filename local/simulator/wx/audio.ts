import type { Phone } from '../runtime/phone'
import { asynchronous, type WxFamily } from './family'
import { listeners } from './listeners'
import { requirePrivacy } from './privacy'
import { requireScope } from './settings'
import { tone } from './tone'

interface RecordOptions {
  /** ms, at most 10 minutes. */
  duration?: number
  format?: string
}

/** 声音:录音是一段这里合成的短音(没有麦克风),播放用浏览器的。 */
export const audio: WxFamily = (phone) => {
  const recorder = recorderManager(phone)
  return {
    getRecorderManager: () => recorder,
    createInnerAudioContext: () => innerAudio(phone),
    ...asynchronous({
      setInnerAudioOption: () => undefined,
      getAvailableAudioSources: () => ({ audioSources: ['auto', 'mic'] }),
    }),
  }
}

function recorderManager(phone: Phone) {
  const started = listeners<void>()
  const paused = listeners<void>()
  const resumed = listeners<void>()
  const stopped = listeners<{ tempFilePath: string; duration: number; fileSize: number }>()
  const failed = listeners<{ errMsg: string }>()
  let began = 0
  let timer = 0
  const stop = (): void => {
    if (!began) return
    window.clearTimeout(timer)
    const duration = Math.max(1, Date.now() - began)
    began = 0
    const sound = tone(duration)
    stopped.tell({ tempFilePath: phone.files.put(sound, 'wav'), duration, fileSize: sound.size })
  }
  return {
    async start({ duration = 60_000 }: RecordOptions = {}) {
      try {
        await requirePrivacy(phone, 'RecorderManager.start')
        await requireScope(phone, 'scope.record')
      } catch (error) {
        failed.tell({ errMsg: `operateRecorder:fail ${(error as Error).message}` })
        return
      }
      began = Date.now()
      timer = window.setTimeout(stop, Math.min(600_000, duration))
      started.tell()
    },
    stop,
    pause: () => paused.tell(),
    resume: () => resumed.tell(),
    onStart: started.on,
    onPause: paused.on,
    onResume: resumed.on,
    onStop: stopped.on,
    onError: failed.on,
    onFrameRecorded: () => undefined,
    onInterruptionBegin: () => undefined,
    onInterruptionEnd: () => undefined,
  }
}

const events = {
  play: 'Play',
  pause: 'Pause',
  ended: 'Ended',
  timeupdate: 'TimeUpdate',
  error: 'Error',
  waiting: 'Waiting',
  canplay: 'Canplay',
  seeked: 'Seeked',
  seeking: 'Seeking',
} as const

function innerAudio(phone: Phone): Record<string, unknown> {
  const player = new Audio()
  const stops = listeners<void>()
  const heard = Object.fromEntries(
    Object.entries(events).flatMap(([type, name]) => {
      const pair = listeners<object>()
      player.addEventListener(type, () =>
        pair.tell(type === 'error' ? { errCode: 10001, errMsg: '系统错误' } : {}),
      )
      return [
        [`on${name}`, pair.on],
        [`off${name}`, pair.off],
      ]
    }),
  )
  const context = {
    ...heard,
    onStop: stops.on,
    offStop: stops.off,
    play: () => void player.play().catch(() => undefined),
    pause: () => player.pause(),
    stop: () => {
      player.pause()
      player.currentTime = 0
      stops.tell()
    },
    seek: (seconds: number) => {
      player.currentTime = seconds
    },
    destroy: () => {
      player.pause()
      player.removeAttribute('src')
    },
  }
  let src = ''
  return Object.defineProperties(context, {
    src: {
      get: () => src,
      set: (path: string) => {
        src = path
        player.src = phone.resourceUrl(path)
      },
    },
    ...Object.fromEntries(
      (['autoplay', 'loop', 'volume', 'playbackRate', 'currentTime'] as const).map((name) => [
        name,
        { get: () => player[name], set: (value: never) => (player[name] = value) },
      ]),
    ),
    duration: { get: () => player.duration || 0 },
    paused: { get: () => player.paused },
    buffered: {
      get: () => (player.buffered.length > 0 ? player.buffered.end(player.buffered.length - 1) : 0),
    },
  })
}
