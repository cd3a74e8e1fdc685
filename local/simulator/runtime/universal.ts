import type { GeneralComponent } from 'glass-easel'
import { play, type Exported } from './animation'

/** `aria-…` attributes that every built-in takes (developers.weixin.qq.com/miniprogram/dev/component/aria-component). */
const aria =
  `hidden role label checked disabled describedby expanded haspopup selected required orientation valuemin
  valuemax valuenow valuetext readonly multiselectable controls labelledby multiline modal live atomic relevant busy owns
  level posinset setsize pressed sort invalid`.split(/\s+/)

const attributes = new Map(
  aria.map((name) => [`aria${name[0]?.toUpperCase()}${name.slice(1)}`, attributeOf(name)]),
)

function attributeOf(name: string): string {
  return name === 'role' ? 'role' : `aria-${name}`
}

/** Properties of every built-in beside its own: accessibility, `hidden` and `animation`. */
export const universalProperties: readonly string[] = [...attributes.keys(), 'hidden', 'animation']

export const universalStyle = '[wx-hidden] { display: none !important }'

/** What a role says can be pressed can be reached by keyboard too. */
const pressed = /^(button|link|checkbox|radio|switch|tab|option|menuitem)$/

/** Applies those that changed. */
export function applyUniversal(
  component: GeneralComponent,
  element: HTMLElement,
  changed: ReadonlySet<string>,
): void {
  const values = component.data as Record<string, unknown>
  for (const name of changed) {
    const attribute = attributes.get(name)
    const value = values[name]
    if (name === 'animation')
      play(component, element.ownerDocument.defaultView ?? window, value as Exported | null)
    else if (name === 'hidden') element.toggleAttribute('wx-hidden', Boolean(value))
    else if (attribute && (value === null || value === undefined || value === ''))
      element.removeAttribute(attribute)
    else if (attribute) element.setAttribute(attribute, String(value))
    // What a screen reader lands on is the field inside.
    if (name === 'ariaLabel' && value)
      element.querySelector(':scope > input, :scope > textarea')?.setAttribute('aria-label', String(value))
    if (name === 'ariaRole' && pressed.test(String(value))) element.tabIndex = 0
  }
}
