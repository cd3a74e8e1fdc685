import type { Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { ask } from './prompt'
import { toasts } from './toast'

interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

interface SheetOptions {
  alertText?: string
  itemList: string[]
  itemColor?: string
}

/** 交互:提示框、对话框、操作菜单 */
export const dialogs: WxFamily = (phone) => {
  const { toast, loading, hide } = toasts(phone)
  return asynchronous({
    showToast: toast,
    hideToast: () => hide('toast'),
    showLoading: loading,
    hideLoading: () => hide('loading'),
    showModal: (options: ModalOptions) => showModal(phone, options),
    showActionSheet: (options: SheetOptions) => showActionSheet(phone, options),
  })
}

/** Four characters at most on each button, as WeChat has it. */
function checkWords(name: string, words: string): void {
  if ([...words].length > 4) throw new WxFailure(`${name} length should not larger than 4 Chinese characters`)
}

function showModal(phone: Phone, options: ModalOptions): Promise<Record<string, unknown>> {
  const { title = '', content = '', showCancel = true, cancelText = '取消', confirmText = '确定' } = options
  checkWords('cancelText', cancelText)
  checkWords('confirmText', confirmText)
  const refused = { confirm: false, cancel: true, content: null }
  return ask<Record<string, unknown>>(phone, {
    place: 'middle',
    label: title || content,
    draw({ add, button }, answer) {
      if (title) add('h3', 'title', title).style.marginBottom = '0'
      let field: HTMLInputElement | undefined
      if (options.editable) {
        field = add('input', 'field', '', add('div', 'words')) as HTMLInputElement
        field.placeholder = options.placeholderText ?? ''
        field.value = content
      } else if (content) add('div', 'words', content)
      const row = add('div', 'buttons')
      if (showCancel) {
        button(row, cancelText, false, () => answer(refused)).style.color = options.cancelColor ?? ''
      }
      const confirm = () => answer({ confirm: true, cancel: false, content: field ? field.value : null })
      button(row, confirmText, true, confirm).style.color = options.confirmColor ?? ''
    },
  })
}

async function showActionSheet(phone: Phone, options: SheetOptions): Promise<Record<string, unknown>> {
  const { itemList, itemColor = '', alertText } = options
  if (!Array.isArray(itemList) || itemList.length === 0) {
    throw new WxFailure('parameter error: parameter.itemList should have at least 1 item;')
  }
  if (itemList.length > 6) throw new WxFailure('parameter error: itemList should not be large than 6')
  const tapIndex = await ask<number | null>(phone, {
    place: 'bottom',
    label: alertText ?? '请选择',
    away: null,
    draw({ add, button }, answer) {
      const list = add('div', 'list')
      if (alertText) add('p', 'note', alertText, list)
      itemList.forEach((words, index) => {
        button(list, words, false, () => answer(index)).style.color = itemColor
      })
      button(list, '取消', false, () => answer(null))
    },
  })
  if (tapIndex === null) throw new WxFailure('cancel')
  return { tapIndex }
}
