import type { Cloud, CloudOptions } from '../cloudbase/cloud'
import type { Happening, InboxItem, StagePerson } from './state'

/** What the studio shows: one mini-program, its functions, its people. */
export interface StudioProject {
  miniprogramDir: string
  /** cloudfunctions/, the source. */
  functionsSource: string
  /** Starts the emulator with this project's indexes, wakes and sample documents. */
  open(options: CloudOptions): Promise<Cloud>
  people(): readonly StagePerson[]
  /** The first deadline after an instant (ms UTC). */
  nextDeadline(cloud: Cloud, after: number): number | undefined
  /** What happened by itself since an instant (ms UTC). */
  happenings(cloud: Cloud, from: number): Happening[]
  /** What reached somebody inside the mini-program. */
  messages(cloud: Cloud, openid: string): InboxItem[]
}
