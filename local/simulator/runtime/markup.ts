import {
  Component,
  NativeNode,
  TextNode,
  VirtualNode,
  type Element as TreeElement,
  type Node as TreeNode,
} from 'glass-easel'

/** The tree as WXML text, as the automator's `wxml()` and `outerWxml()` answer. Inner WXML of a component is its shadow tree. */
export function markupOf(element: TreeElement, outer: boolean): string {
  return outer ? outerOf(element) : childrenOf(element)
}

function outerOf(node: TreeNode): string {
  if (TextNode.isTextNode(node)) return escape(node.textContent)
  if (VirtualNode.isVirtualNode(node)) return insideOf(node)
  const element = node as TreeElement
  const tag = Component.isComponent(element)
    ? element.tagName
    : NativeNode.isNativeNode(element)
      ? element.is
      : 'virtual'
  const attributes = [
    element.id ? ` id="${escape(element.id)}"` : '',
    element.class ? ` class="${escape(element.class)}"` : '',
    element.style ? ` style="${escape(element.style)}"` : '',
  ].join('')
  return `<${tag}${attributes}>${childrenOf(element)}</${tag}>`
}

function childrenOf(element: TreeElement): string {
  const shadow = Component.isComponent(element) ? element.getShadowRoot() : null
  return insideOf(shadow ?? element)
}

function insideOf(node: TreeElement): string {
  return node.childNodes.map(outerOf).join('')
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
