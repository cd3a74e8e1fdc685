import {
  Component,
  type Element as TreeElement,
  type GeneralBehavior,
  type GeneralComponent,
} from 'glass-easel'
import { builtinOf } from './builtin'

/**
 * `wx://form-field`, `wx://form-field-group`, `wx://form-field-button`: how the app's own components take part in a form
 * (developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html). Filled by app-space.ts.
 */
export const formBehaviors = new Map<string, GeneralBehavior>()

export interface FormField {
  name: string
  value(): unknown
  reset(): void
}

function treeOf(element: Element): TreeElement | undefined {
  return (element as Element & { __wxElement?: TreeElement }).__wxElement
}

function has(component: TreeElement, behavior: string): component is GeneralComponent {
  const found = formBehaviors.get(behavior)
  return found !== undefined && Component.isComponent(component) && component.hasBehavior(found)
}

/** Whether what stands in a component's own template still belongs to a form around it. */
function belongs(inner: TreeElement, form: TreeElement, through: string): boolean {
  for (let root = inner.ownerShadowRoot; root;) {
    if (root === form.ownerShadowRoot) return true
    const host: GeneralComponent = root.getHostNode()
    if (!has(host, through)) return false
    root = host.ownerShadowRoot
  }
  return form.ownerShadowRoot === null
}

/** Named controls of a form in the order of the page, and components that say they are fields. */
export function fieldsOf(form: Element): FormField[] {
  const around = treeOf(form)
  if (!around) return []
  return [...form.querySelectorAll('*')].flatMap((element): FormField[] => {
    const inner = treeOf(element)
    if (!inner || !belongs(inner, around, 'wx://form-field-group')) return []
    const drawn = builtinOf(element)
    if (drawn) {
      const { name } = drawn.host.props
      const { field } = drawn.instance
      return field && typeof name === 'string' && name !== '' ? [{ name, ...field }] : []
    }
    if (!has(inner, 'wx://form-field')) return []
    const values = inner.data as { name?: string; value?: unknown }
    return values.name ? [{ name: values.name, value: () => values.value, reset: () => undefined }] : []
  })
}

/** The form that a button hands in: around it in its own template, or through components that are form buttons. */
export function formOf(button: Element): Element | null {
  const inner = treeOf(button)
  const form = button.closest('wx-form')
  const around = form && treeOf(form)
  return inner && around && belongs(inner, around, 'wx://form-field-button') ? form : null
}
