import { toPlace, toPoint, type MapView, type Place } from '../components/map-projection'
import type { Phone } from '../runtime/phone'
import { ask } from './prompt'

export interface Spot extends Place {
  name: string
  address: string
}

const css = `
.wx-place-map { position: relative; height: 45%; min-height: 200px; background: #eef1ea; overflow: hidden; cursor: crosshair }
.wx-place-map > svg { position: absolute; inset: 0; width: 100%; height: 100% }
.wx-place-pin { position: absolute; width: 20px; height: 20px; border: 4px solid #fff; border-radius: 50% 50% 50% 0; background: #e64340;
  box-shadow: 0 1px 4px rgba(0,0,0,.4); transform: translate(-50%, -120%) rotate(-45deg) }
.wx-place-list { flex: 1; overflow: auto }
.wx-place-list > button { display: block; width: 100%; padding: 12px 16px; border: 0; border-bottom: 1px solid #eee; background: none;
  font: inherit; text-align: left; cursor: pointer }
.wx-place-list > button[aria-pressed=true] { background: #eaf7ee }
.wx-place-list small { display: block; color: rgba(0,0,0,.5) }
.wx-place-bar { display: flex; justify-content: space-between; padding: 12px 16px }
.wx-place-bar > button { padding: 6px 14px; border: 0; border-radius: 4px; background: none; font: inherit; cursor: pointer }
.wx-place-bar > .wx-prompt-main { background: #07c160; color: #fff }`

/** Made up around the centre: no map service is asked. Metres east and north. */
const around: readonly [name: string, east: number, north: number][] = [
  ['当前位置', 0, 0],
  ['幸福路与和平街交叉口', 120, 80],
  ['便民服务中心', -200, 150],
  ['社区文化广场', 260, -130],
  ['农贸市场南门', -320, -240],
  ['公交站台', 60, -300],
]

function offset({ latitude, longitude }: Place, east: number, north: number): Place {
  const degree = 111_320
  return {
    latitude: Number((latitude + north / degree).toFixed(6)),
    longitude: Number((longitude + east / (degree * Math.cos((latitude * Math.PI) / 180))).toFixed(6)),
  }
}

/** WeChat's page for choosing a place: a map (here a plain one), a list, 确定. @returns null when left */
export function choosePlace(phone: Phone, centre: Place): Promise<Spot | null> {
  phone.screen.style('place', css)
  return ask<Spot | null>(phone, {
    place: 'whole',
    label: '选择位置',
    draw({ box, add, button }, answer) {
      const bar = add('div', 'bar')
      bar.className = 'wx-place-bar'
      const map = plainMap(phone, box, centre)
      const field = add('input', 'field') as HTMLInputElement
      field.placeholder = '也可以写下地点名称'
      field.setAttribute('aria-label', '地点名称')
      const list = add('div', 'list')
      list.className = 'wx-place-list'
      let chosen: Spot = { name: '', address: '', ...centre }
      const pick = (spot: Spot, cell?: HTMLElement): void => {
        chosen = spot
        map.pin(spot)
        for (const other of list.children) other.setAttribute('aria-pressed', String(other === cell))
      }
      for (const [name, east, north] of around) {
        const spot = { name, address: `示意地址 ${name}`, ...offset(centre, east, north) }
        const cell = button(list, name, false, () => pick(spot, cell))
        cell.append(
          Object.assign(phone.screen.document.createElement('small'), { textContent: spot.address }),
        )
      }
      map.tapped((place) => pick({ name: '地图选点', address: '', ...place }))
      pick(
        { name: around[0]?.[0] ?? '', address: '示意地址 当前位置', ...centre },
        list.firstElementChild as HTMLElement,
      )
      button(bar, '取消', false, () => answer(null))
      button(bar, '确定', true, () => answer(field.value ? { ...chosen, name: field.value } : chosen))
    },
  })
}

/** wx.openLocation: the same plain map with one pin. */
export function showPlace(phone: Phone, spot: Spot): void {
  phone.screen.style('place', css)
  void ask<void>(phone, {
    aside: true,
    place: 'whole',
    label: '查看位置',
    draw({ box, add, button }, answer) {
      const bar = add('div', 'bar')
      bar.className = 'wx-place-bar'
      button(bar, '返回', false, () => answer())
      plainMap(phone, box, spot).pin(spot)
      add('h3', 'left', spot.name)
      add('p', 'left wx-prompt-small', spot.address)
    },
  })
}

function plainMap(phone: Phone, inside: HTMLElement, centre: Place) {
  const { document } = phone.screen
  const element = document.createElement('div')
  element.className = 'wx-place-map'
  const streets = [0.15, 0.4, 0.7, 0.9].map((at) => {
    const across = `<line x1="0" x2="100" y1="${at * 100}" y2="${at * 100 - 6}"/>`
    return `${across}<line y1="0" y2="100" x1="${at * 100}" x2="${at * 100 + 5}"/>`
  })
  element.innerHTML = `<svg viewBox="0 0 100 100" preserveAspectRatio="none" stroke="#fff" stroke-width="2">${streets.join('')}</svg>`
  const pin = document.createElement('div')
  pin.className = 'wx-place-pin'
  element.append(pin)
  inside.append(element)
  const view = (): MapView => ({
    ...centre,
    scale: 16,
    width: element.clientWidth || 375,
    height: element.clientHeight || 240,
  })
  return {
    pin(place: Place): void {
      requestAnimationFrame(() => {
        const { x, y } = toPoint(view(), place)
        pin.style.left = `${x}px`
        pin.style.top = `${y}px`
      })
    },
    tapped(hear: (place: Place) => void): void {
      element.addEventListener('click', (event) => {
        const box = element.getBoundingClientRect()
        const { latitude, longitude } = toPlace(view(), {
          x: event.clientX - box.left,
          y: event.clientY - box.top,
        })
        hear({ latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) })
      })
    },
  }
}
