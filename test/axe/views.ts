import { readFileSync } from 'node:fs'
import { contact, type Life } from './life'

/** A page as somebody has it before them. */
export interface View {
  /** Also the name of its picture. */
  name: string
  path: string
  reader: string
  query?: (life: Life) => string
  /** What this phone keeps already. */
  kept?: (life: Life) => Record<string, unknown>
  /** Taps on the way there: `selector`, or `selector|words`. */
  taps?: readonly string[]
  /** Typed before the taps, by selector. */
  typed?: Readonly<Record<string, string>>
  /** The network is gone before it is opened. */
  offline?: true
}

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** Each page of app.json: a new page is looked at without being named here. */
const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppJson
const paths = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: own }) => own.map((one) => `${root}/${one}`)),
]

const resident = 'resident-1'
/** Nobody has heard of them yet. */
const newcomer = 'resident-9'

/** Who opens a page, where it is not a resident. */
const readers: Record<string, string> = { staff: contact, oversight: 'supervisor-1', admin: 'admin-1' }
const ownReaders: Record<string, string> = {
  'staff/desk/desk': 'dispatcher-1',
  'staff/publish/publish': 'dispatcher-1',
  'staff/cover/cover': 'dispatcher-1',
  'staff/code-sheet/code-sheet': 'grid-worker-1',
  'staff/grid/grid': 'grid-worker-1',
}

const queries: Record<string, (life: Life) => string> = {
  'pages/ticket/ticket': ({ answered }) => `ticketId=${answered}`,
  'pages/shared/shared': ({ shared }) => `ticketId=${shared}`,
  'pages/reveal/reveal': ({ open }) => `ticketId=${open}`,
  'pages/receipt/receipt': () => 'commandId=kept',
  'staff/ticket/ticket': ({ waiting }) => `ticketId=${waiting}`,
  'staff/reply/reply': ({ open }) => `ticketId=${open}`,
  'admin/unit/unit': () => 'departmentId=city-management',
  'oversight/plan/plan': () => `planId=${encodeURIComponent('2026-06:street-light')}`,
  'oversight/plan-form/plan-form': () => 'serviceCode=street-light',
  'staff/publish/publish': ({ shared }) => `ticketId=${shared}`,
  'staff/cover/cover': ({ photo }) =>
    `fileId=${encodeURIComponent(photo)}&position=${encodeURIComponent('第 1 张照片')}`,
  'square/detail/detail': ({ answered }) => `publicationId=${answered}`,
}

/** The phone of who called anonymously: it alone knows. */
const receipts = ({ anonymous: receipt }: Life) => ({
  receipts: [{ receipt, commandId: 'kept', subject: '楼道里常年堆着纸箱', anonymous: true }],
})

const refusedParcel = () => ({
  outbox: [
    {
      commandId: 'refused',
      input: { description: '门口的井盖响得厉害，晚上睡不着' },
      files: [],
      refused: '没有找到这个地点所属的社区，请重新选择。',
    },
  ],
})

const kepts: Record<string, View['kept']> = {
  'pages/receipt/receipt': receipts,
  'pages/my-tickets/my-tickets': (life) => ({ ...receipts(life), ...refusedParcel() }),
}

const square = 'pages/square/square'
const submit = 'pages/submit/submit'
const ticket = 'pages/ticket/ticket'

/** Pages in a state that is not the first one seen. */
const others: readonly Omit<View, 'reader'>[] = [
  { name: 'square, map', path: square, taps: ['.view|地图'] },
  { name: 'square, map of a street', path: square, taps: ['.view|地图', '.tile|桂桥'] },
  { name: 'square, narrowing', path: square, taps: ['.filter'] },
  ...['承诺', '挂账', '曝光台'].map((board) => ({
    name: `square, ${board}`,
    path: square,
    taps: [`.board|${board}`],
  })),
  {
    name: 'detail, blocked',
    path: 'square/detail/detail',
    query: ({ blocked }) => `publicationId=${blocked}`,
  },
  {
    name: 'detail, finding',
    path: 'square/detail/detail',
    query: ({ finding }) => `publicationId=${finding}`,
  },
  { name: 'submit, lacking', path: submit, taps: ['.send .van-button'] },
  { name: 'submit, danger', path: submit, typed: { '.words': '隔壁着火了，浓烟很大，还有人被困在里面' } },
  { name: 'submit, place', path: submit, taps: ['.open', '.chip|桂桥街道', '.chip|社区'] },
  { name: 'submit, report', path: submit, query: () => 'kind=report' },
  { name: 'ticket, blocked', path: ticket, query: ({ blocked }) => `ticketId=${blocked}` },
  { name: 'ticket, why this date', path: ticket, query: ({ open }) => `ticketId=${open}`, taps: ['.ask'] },
  {
    name: 'ticket, supplement',
    path: ticket,
    query: ({ open }) => `ticketId=${open}`,
    taps: ['.supplement .van-button'],
  },
  {
    name: 'ticket, anonymous',
    path: ticket,
    query: ({ anonymous }) => `ticketId=${anonymous.ticketId}`,
    kept: receipts,
  },
  {
    name: 'track, wrong code',
    path: 'pages/track/track',
    typed: { '.code': 'AB3DE' },
    taps: ['.go .van-button'],
  },
  { name: 'behalf, lacking', path: 'square/behalf/behalf', taps: ['.send .van-button'] },
  { name: 'home, offline', path: 'pages/home/home', offline: true },
]

const empty = [
  'pages/home/home',
  'pages/my-tickets/my-tickets',
  'pages/messages/messages',
  'pages/my-records/my-records',
]

const readerOf = (path: string) => ownReaders[path] ?? readers[path.split('/')[0] ?? ''] ?? resident

export const views: readonly View[] = [
  ...paths.map((path) => ({
    name: path.replaceAll('/', '-'),
    path,
    reader: readerOf(path),
    ...(queries[path] && { query: queries[path] }),
    ...(kepts[path] && { kept: kepts[path] }),
  })),
  ...others.map((view) => ({ ...view, reader: readerOf(view.path) })),
  ...empty.map((path) => ({ name: `${path.replaceAll('/', '-')}, nothing yet`, path, reader: newcomer })),
]
