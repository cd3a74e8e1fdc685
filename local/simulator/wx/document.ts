import type { Phone } from '../runtime/phone'
import { asynchronous, WxFailure, type WxFamily } from './family'
import { fileAt } from './file-at'
import { ask } from './prompt'

/** Source: wx.openDocument (official-doc). */
const opened = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

const css = `
.wx-document { display: flex; flex: 1; flex-direction: column; background: #f5f7fa }
.wx-document > header { display: flex; justify-content: space-between; gap: 12px; padding: 12px 16px; background: #fff }
.wx-document > iframe { flex: 1; width: 100%; border: 0; background: #fff }
.wx-document button { border: 0; background: none; color: #1f5eff; font-size: 16px; cursor: pointer }
.wx-document a { color: #1f5eff }`

/** 文档:在手机里看一个文件。浏览器自己会看 pdf;别的格式只能存下来。 */
export const documents: WxFamily = (phone) =>
  asynchronous({
    async openDocument({ filePath, fileType, showMenu = false }: OpenDocument) {
      const ending = fileType ?? /\.(\w+)$/.exec(filePath)?.[1]?.toLowerCase() ?? ''
      if (!opened.includes(ending)) throw new WxFailure('filetype not supported')
      const { blob } = await fileAt(phone, filePath)
      show(phone, URL.createObjectURL(blob), { ending, showMenu })
    },
  })

interface OpenDocument {
  filePath: string
  fileType?: string
  showMenu?: boolean
}

function show(phone: Phone, url: string, { ending, showMenu }: { ending: string; showMenu: boolean }) {
  phone.screen.style('document', css)
  void ask<void>(phone, {
    aside: true,
    place: 'whole',
    label: '文档',
    away: undefined,
    draw({ add, button }, answer) {
      const page = add('div', 'page')
      page.className = 'wx-document'
      const head = add('header', 'head', '', page)
      button(head, '返回', false, () => answer())
      if (showMenu) {
        const save = add('a', 'save', '存下来', head) as HTMLAnchorElement
        save.href = url
        save.download = `document.${ending}`
      }
      if (ending !== 'pdf') return
      const frame = add('iframe', 'frame', '', page) as HTMLIFrameElement
      frame.title = '文档'
      frame.src = url
    },
  })
}
