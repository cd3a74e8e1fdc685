import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '../../../local/cloudbase/cloud'
import type { StudioProject } from '../../../local/studio/project'
import type { StagePerson } from '../../../local/studio/state'
import { type Studio, startStudio } from '../../../local/studio/studio'

const root = join(import.meta.dirname, 'fixtures/project')

const people: StagePerson[] = [
  { openid: 'resident-1', name: '居民 1', unit: '', group: '群众' },
  { openid: 'resident-2', name: '居民 2', unit: '', group: '群众' },
  { openid: 'contact-city-management', name: '王立春', unit: '区城管局', group: '民呼回应专员' },
  { openid: 'supervisor-1', name: '李晓安', unit: '区民呼我应中心', group: '督办员' },
  { openid: 'grid-worker-1', name: '张文', unit: '柳林村一网格', group: '网格员' },
]

/** A small project whose one deadline is a day away, and whose only happening is the striking of a bell. */
export const studioProject: StudioProject = {
  miniprogramDir: join(root, 'miniprogram'),
  functionsSource: join(root, 'cloudfunctions'),
  open: (options) => startCloud({ ...options, indexesFile: join(root, 'cloudfunctions/indexes.json') }),
  people: () => people,
  nextDeadline: (_, after) => (after < deadline ? deadline : undefined),
  happenings: ({ database }, from) =>
    database
      .read('strikes', { at: { $gt: from } })
      .map(({ at }) => ({ at: at as number, text: '钟响了', to: '钟楼', kind: 'done' })),
  messages: (_, openid) =>
    openid === 'resident-1'
      ? [{ id: '1', at: startAt, through: '站内消息', title: '已收到您的诉求', text: '路灯不亮', page: '' }]
      : [],
}

/** Friday 2026-06-12 09:30 in Shanghai, where the studio begins. */
export const startAt = Date.parse('2026-06-12T09:30:00+08:00')
const deadline = Date.parse('2026-06-13T10:00:00+08:00')

/** A studio whose clock stands still. */
export async function aStudio(): Promise<Studio> {
  const dataDir = mkdtempSync(join(tmpdir(), 'studio-'))
  const studio = await startStudio(studioProject, {
    dataDir,
    functionsDir: join(dataDir, 'functions'),
    clock: { startAt, rate: 0 },
  })
  return {
    ...studio,
    async stop() {
      await studio.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
