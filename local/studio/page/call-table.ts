import type { MeteredInvocation } from '../../cloudbase/meter'
import type { CallRun } from '../state'
import { element } from './element'
import { bytesWords } from './words'

type Action = MeteredInvocation['actions'][number]

const columns: readonly (readonly [string, string, (call: MeteredInvocation) => string])[] = [
  ['毫秒', '从调用到答复', ({ ms }) => String(Math.round(ms))],
  ['往返', '函数与数据库之间的往返', ({ actions }) => String(actions.length)],
  ['读', '读到的文档', ({ actions }) => String(sum(actions, 'documentsRead'))],
  ['翻看', '数据库为此翻看的文档', ({ actions }) => String(sum(actions, 'documentsExamined'))],
  ['写', '写入的文档', ({ actions }) => String(sum(actions, 'documentsWritten'))],
  [
    '字节',
    '读写的字节',
    ({ actions }) => bytesWords(sum(actions, 'bytesRead') + sum(actions, 'bytesWritten')),
  ],
]

/** Calls and their cost, newest first; the last one is opened up, action by action. */
export function callTable(calls: readonly CallRun[]): HTMLElement {
  const [latest] = calls
  return element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', {}, '调用'),
        ...columns.map(([name, title]) => element('th', { title }, name)),
      ),
    ),
    element('tbody', {}, ...calls.flatMap((run) => [row(run), ...(run === latest ? details(run.last) : [])])),
  )
}

function row({ last: call, times }: CallRun): HTMLElement {
  const mark = `${times > 1 ? ` ×${times}` : ''}${call.failed ? ' 失败' : call.cold ? ' 冷启动' : ''}`
  return element(
    'tr',
    { className: call.failed ? 'failed' : '' },
    element('th', { attributes: { scope: 'row' } }, ...callWords(call.call), element('small', {}, mark)),
    ...columns.map(([, , value]) => element('td', {}, value(call))),
  )
}

/** `scheduler.rollup`, breaking after the dot where there is no room. */
function callWords(name: string): (Node | string)[] {
  return name.split(/(?<=\.)/).flatMap((part, index) => (index > 0 ? [element('wbr'), part] : [part]))
}

function details({ actions }: MeteredInvocation): HTMLElement[] {
  return actions.map((action) =>
    element(
      'tr',
      { className: action.index === null ? 'detail offence' : 'detail' },
      element(
        'td',
        { colSpan: columns.length + 1 },
        [action.action.replace('database.', ''), action.collection, indexWords(action)]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  )
}

function indexWords({ index }: Action): string {
  if (index === undefined) return ''
  return index === null ? '没有用到索引' : `索引 ${index}`
}

function sum(
  actions: readonly Action[],
  field: Exclude<keyof Action, 'action' | 'collection' | 'index'>,
): number {
  return actions.reduce((total, action) => total + action[field], 0)
}
