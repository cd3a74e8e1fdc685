import type { Kind } from './directory'
import type { Finding, FindingAmendment, ReviewedPhoto } from './approval'
import type { Attachment, Block, Commitment, TicketStatus } from './ticket'
import type { Timestamp } from './time'

/** 公开 has four boards; a matter may stand on several. */
export type Board = 'matters' | 'promises' | 'blocks' | 'findings'

/**
 * `publications/<ticket>`: a matter as everybody may read it, made by the scheduler whenever its ticket changes. Names,
 * numbers and house numbers are masked; nothing in it says who called, nor links two calls.
 */
export interface Publication {
  _id: string
  boards: readonly Board[]
  number: string
  kind: Kind
  serviceCode?: string
  /** Of the street, and of the community in it; no finer place is published. */
  streetId?: string
  communityId?: string
  subject: string
  description: string
  photos: readonly Attachment[]
  departmentId?: string
  status: TicketStatus
  /** When it came into its status; absent where its history does not say. */
  statusAt?: Timestamp
  replies: readonly { at: Timestamp; departmentId: string; text: string }[]
  commitments: readonly Pick<
    Commitment,
    'id' | 'measure' | 'promisedAt' | 'state' | 'departmentId' | 'fulfilledAt'
  >[]
  block?: Pick<Block, 'reason' | 'measure' | 'reviewAt' | 'liftedAt'>
  finding?: Pick<Finding, 'text' | 'at' | 'departmentId'> & {
    aboutDepartmentId: string
    /** Corrected or taken down since, and why; of one that was taken down the text is empty. */
    changes?: readonly { kind: FindingAmendment['kind']; reason: string; at: Timestamp }[]
  }
  /** What was promised for the reply, and when it came. */
  promise?: { dueAt: Timestamp; answeredAt?: Timestamp }
  coSignerCount: number
  /** Whether 我也遇到 still joins it. */
  open: boolean
  submittedAt: Timestamp
  publishedAt: Timestamp
}

export interface PublicationList {
  publications: readonly Publication[]
  names: Readonly<Record<string, string>>
  cursor?: string
  now: Timestamp
}

export interface PublicationQuery {
  board: Board
  streetId?: string
  communityId?: string
  serviceCode?: string
  /** Words of the matter or its reply. */
  text?: string
  /** Published from, and before. */
  from?: Timestamp
  to?: Timestamp
  cursor?: string
  limit?: number
}

/** What the reviewer looks at before they approve. */
export interface PublicationDraft {
  publication: Publication
  /** How often what was hidden, in Chinese: 手机号 2. */
  hidden: readonly { what: string; count: number }[]
  /** All that could be published, for the reviewer to mark. */
  photos: readonly Attachment[]
  /** Copies that are published already. */
  reviewed: readonly ReviewedPhoto[]
  names: Readonly<Record<string, string>>
  version: number
}

/** A drawn map: tiles in rough position, in reading order, each with its counts of what is published anyway. */
export interface PlaceMap {
  /** Of the district, or of the street whose communities these are. */
  name: string
  columns: number
  rows: number
  tiles: readonly PlaceTile[]
}

export interface PlaceTile {
  areaId: string
  name: string
  shortName: string
  column: number
  row: number
  count: number
  answered: number
}
