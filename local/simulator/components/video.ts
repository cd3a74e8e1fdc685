import { builtin, type BuiltinHost } from '../runtime/builtin'

interface MediaProps {
  readonly src: string
  readonly loop: boolean
  readonly controls: boolean
}

/** Methods of VideoContext and AudioContext that a browser's player has. */
function playerMethods(player: HTMLMediaElement) {
  return {
    play: () => void player.play().catch(() => undefined),
    pause: () => player.pause(),
    stop: () => {
      player.pause()
      player.currentTime = 0
    },
    seek: (seconds: number) => {
      player.currentTime = seconds
    },
    playbackRate: (rate: number) => {
      player.playbackRate = rate
    },
    setSrc: (src: string) => {
      player.src = src
    },
  }
}

function speak(host: BuiltinHost<MediaProps>, player: HTMLMediaElement): void {
  for (const type of ['play', 'pause', 'ended', 'waiting'] as const) {
    player.addEventListener(type, () => host.trigger(type, {}))
  }
  player.addEventListener('timeupdate', () => {
    host.trigger('timeupdate', { currentTime: player.currentTime, duration: player.duration })
  })
  player.addEventListener('error', () =>
    host.trigger('error', { errMsg: player.error?.message || 'MEDIA_ERR' }),
  )
}

/** 视频(浏览器自己的播放器) */
export const video = builtin({
  tag: 'video',
  properties: {
    src: String,
    duration: Number,
    controls: { type: Boolean, value: true },
    autoplay: Boolean,
    loop: Boolean,
    muted: Boolean,
    initialTime: Number,
    direction: Number,
    objectFit: { type: String, value: 'contain' },
    poster: String,
    title: String,
    showProgress: { type: Boolean, value: true },
    showFullscreenBtn: { type: Boolean, value: true },
    showPlayBtn: { type: Boolean, value: true },
    showCenterPlayBtn: { type: Boolean, value: true },
    showMuteBtn: Boolean,
    enableProgressGesture: { type: Boolean, value: true },
    pageGesture: Boolean,
    playBtnPosition: { type: String, value: 'bottom' },
    referrerPolicy: String,
  },
  style: `
wx-video { position: relative; display: inline-block; width: 300px; height: 225px; overflow: hidden }
.wx-video-player { display: block; width: 100%; height: 100%; background: #000 }`,
  mount(host) {
    const player = host.document.createElement('video')
    player.className = 'wx-video-player'
    player.playsInline = true
    host.element.append(player)
    speak(host, player)
    player.addEventListener('loadedmetadata', () => {
      if (host.props.initialTime) player.currentTime = host.props.initialTime
      host.trigger('loadedmetadata', {
        width: player.videoWidth,
        height: player.videoHeight,
        duration: player.duration,
      })
    })
    host.document.addEventListener('fullscreenchange', () => {
      const fullScreen = host.document.fullscreenElement === player
      host.trigger('fullscreenchange', { fullScreen, direction: 'vertical' })
    })
    return {
      update(changed) {
        const { src, controls, loop, muted, autoplay, poster, objectFit } = host.props
        Object.assign(player, { controls, loop, muted, autoplay })
        player.style.objectFit = objectFit
        if (changed.has('poster')) player.poster = poster ? host.phone.resourceUrl(poster, host.page) : ''
        if (changed.has('src') && src) player.src = host.phone.resourceUrl(src, host.page)
      },
      detached: () => player.pause(),
      context: () => ({
        ...playerMethods(player),
        requestFullScreen: () => void player.requestFullscreen().catch(() => undefined),
        exitFullScreen: () => void host.document.exitFullscreen().catch(() => undefined),
        showStatusBar: () => undefined,
        hideStatusBar: () => undefined,
      }),
    }
  },
})

/** 音频(已停止维护,wx.createInnerAudioContext 代替它) */
export const audio = builtin({
  tag: 'audio',
  properties: { src: String, loop: Boolean, controls: Boolean, poster: String, name: String, author: String },
  style: 'wx-audio { display: inline-block } wx-audio > audio { width: 300px; max-width: 100% }',
  mount(host) {
    const player = host.document.createElement('audio')
    host.element.append(player)
    speak(host, player)
    return {
      update(changed) {
        Object.assign(player, { loop: host.props.loop, controls: host.props.controls })
        if (changed.has('src') && host.props.src)
          player.src = host.phone.resourceUrl(host.props.src, host.page)
      },
      detached: () => player.pause(),
      context: () => playerMethods(player),
    }
  },
})
