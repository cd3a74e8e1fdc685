import { builtin } from '../runtime/builtin'

const disc = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z'

/** Path, even-odd, in a box of 24, and WeChat's own colour. */
const drawings: Record<string, readonly [path: string, color: string]> = {
  success: [`${disc}M10.6 16.6l-4-4 1.3-1.3 2.7 2.7 5.6-5.6 1.3 1.3z`, '#09BB07'],
  success_no_circle: ['M9.4 18.2l-5.6-5.6 1.5-1.5 4.1 4.1 9.3-9.3 1.5 1.5z', '#09BB07'],
  info: [`${disc}M11 10.5h2V17h-2zM12 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z`, '#10AEFF'],
  warn: [`${disc}M11 6.5h2l-.2 7h-1.6zM12 15a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z`, '#F76260'],
  waiting: [`${disc}M11.2 6.5h1.6v5.2l3.6 2.1-.8 1.4-4.4-2.6z`, '#10AEFF'],
  cancel: [`${disc}M12 3.6a8.4 8.4 0 1 1 0 16.8 8.4 8.4 0 0 1 0-16.8z${cross(0.6)}`, '#F43530'],
  download: [
    `${disc}M11.2 6.5h1.6v6l2.4-2.4 1.1 1.1-4.3 4.3-4.3-4.3 1.1-1.1 2.4 2.4zM7.5 17h9v1.4h-9z`,
    '#09BB07',
  ],
  search: [
    'M10.5 4a6.5 6.5 0 0 1 5.2 10.4l4 4-1.3 1.3-4-4A6.5 6.5 0 1 1 10.5 4zm0 1.7a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z',
    '#B2B2B2',
  ],
  clear: [`${disc}${cross(0.8)}`, '#B2B2B2'],
}

function cross(half: number): string {
  const near = 3.8
  const a = near + half
  const b = near - half
  return `M${12 - a} ${12 - b}L${12 - b} ${12 - a} 12 ${12 - 2 * half} ${12 + b} ${12 - a} ${12 + a} ${12 - b} ${
    12 + 2 * half
  } 12 ${12 + a} ${12 + b} ${12 + b} ${12 + a} 12 ${12 + 2 * half} ${12 - b} ${12 + a} ${12 - a} ${12 + b} ${
    12 - 2 * half
  } 12z`
}

/** 图标 */
export const icon = builtin({
  tag: 'icon',
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  style: 'wx-icon { display: inline-block; font-size: 0 } wx-icon > svg { display: block }',
  mount(host) {
    return {
      update() {
        const { type, size, color } = host.props
        const drawing = drawings[type]
        host.element.replaceChildren()
        if (!drawing) return
        const namespace = 'http://www.w3.org/2000/svg'
        const svg = host.document.createElementNS(namespace, 'svg')
        const path = host.document.createElementNS(namespace, 'path')
        const side = typeof size === 'number' || /^[\d.]+$/.test(String(size)) ? `${size}px` : String(size)
        svg.setAttribute('viewBox', '0 0 24 24')
        svg.style.cssText = `width: ${side}; height: ${side}`
        path.setAttribute('d', drawing[0])
        path.setAttribute('fill-rule', 'evenodd')
        path.setAttribute('fill', color || drawing[1])
        svg.append(path)
        host.element.append(svg)
      },
    }
  },
})
