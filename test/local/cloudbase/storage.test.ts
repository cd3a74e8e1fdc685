import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../../local/cloudbase/cloud'
import { aCloud, aFolder, builtFunctions } from '../../support/cloud'

let functionsDir = ''
let cloud: Cloud
beforeAll(async () => {
  functionsDir = await builtFunctions('test/local/cloudbase/fixtures')
  cloud = await startCloud({ functionsDir, clock: { rate: 0 } })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(functionsDir, { recursive: true })
})

const fileIdOf = (path: string): string => `cloud://local-env.6c6f-local-1250000000/${path}`

describe('the storage, through the SDK', () => {
  test.each([
    ['a plain path', 'photos/a.jpg'],
    ['a path in Chinese, with a space', '诉求/照片 1.jpg'],
    ['a path of signs', "a+b&c=d;e@f'g(h)!.txt"],
  ])('keeps a file under %s', async (_, path) => {
    const { fileID } = (await cloud.invoke('files', { op: 'upload', path, text: '井盖坏了' })) as {
      fileID: string
    }
    expect(fileID).toBe(fileIdOf(path))
    expect(await cloud.invoke('files', { op: 'download', fileList: [fileID] })).toBe('井盖坏了')
    const { fileList } = (await cloud.invoke('files', { op: 'inspect', fileList: [fileID] })) as {
      fileList: unknown[]
    }
    expect(fileList).toMatchObject([{ code: 'SUCCESS', size: 12 }])
  })

  test.each([
    ['nothing', ''],
    ['a leading slash', '/a.jpg'],
    ['a doubled slash', 'a//b.jpg'],
    ['a way out', 'a/../b.jpg'],
    ['a control character', 'a\u0007.jpg'],
    ['more than 850 bytes', `${'长'.repeat(100)}.jpg`],
  ])('refuses %s as a path', async (_, path) => {
    await expect(cloud.invoke('files', { op: 'upload', path, text: 'x' })).rejects.toMatchObject({
      message: expect.stringContaining('not one that the storage takes'),
      code: 'FUNCTION_INVOCATION_FAILED',
    })
  })

  test('shows no path on disk', async () => {
    const dataDir = aFolder()
    const cloud = await aCloud({ functionsDir, dataDir })
    await cloud.invoke('files', { op: 'upload', path: '张三/身份证.jpg', text: 'x' })
    const names = readdirSync(join(dataDir, 'files'), { recursive: true }).join(' ')
    expect(names).toMatch(/^[0-9a-f]{2} [0-9a-f]{2}\/[0-9a-f]{62}\.jpg$/)
  })

  test('gives what is missing a code of its own, beside what is there', async () => {
    await cloud.invoke('files', { op: 'upload', path: 'here.txt', text: 'x' })
    const fileList = [fileIdOf('here.txt'), fileIdOf('gone.txt'), 'cloud://elsewhere.b/x.txt']
    for (const op of ['urls', 'remove']) {
      const answer = (await cloud.invoke('files', { op, fileList })) as { fileList: { code: string }[] }
      expect(answer.fileList.map(({ code }) => code)).toEqual([
        'SUCCESS',
        'STORAGE_FILE_NONEXIST',
        'STORAGE_FILE_NONEXIST',
      ])
    }
    const after = (await cloud.invoke('files', { op: 'urls', fileList })) as { fileList: { code: string }[] }
    expect(after.fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST')
  })

  test('copies a file', async () => {
    await cloud.invoke('files', { op: 'upload', path: 'a/x.txt', text: '原文' })
    await cloud.invoke('files', { op: 'copy', path: 'a/x.txt', to: 'b/x.txt' })
    expect(await cloud.invoke('files', { op: 'download', fileList: [fileIdOf('b/x.txt')] })).toBe('原文')
  })
})

describe('a temporary URL', () => {
  test('ends with its time, by the emulated clock', async () => {
    await cloud.invoke('files', { op: 'upload', path: '图/1.png', text: 'png' })
    const { fileList } = (await cloud.invoke('files', {
      op: 'urls',
      fileList: [fileIdOf('图/1.png')],
      maxAge: 60,
    })) as {
      fileList: { tempFileURL: string }[]
    }
    const url = fileList[0]?.tempFileURL ?? ''
    const good = await fetch(url)
    expect([good.status, good.headers.get('content-type'), await good.text()]).toEqual([
      200,
      'image/png',
      'png',
    ])
    await cloud.timers.jumpTo(cloud.clock.now() + 61_000)
    expect((await fetch(url)).status).toBe(403)
  })

  test('opens no other file', async () => {
    for (const path of ['mine.txt', 'hers.txt'])
      await cloud.invoke('files', { op: 'upload', path, text: path })
    const { fileList } = (await cloud.invoke('files', { op: 'urls', fileList: [fileIdOf('mine.txt')] })) as {
      fileList: { tempFileURL: string }[]
    }
    const url = fileList[0]?.tempFileURL ?? ''
    expect((await fetch(url.replace('mine', 'hers'))).status).toBe(403)
    expect((await fetch(url.replace(/sign=\w/, 'sign=z'))).status).toBe(403)
  })
})

describe("a phone's upload", () => {
  test('lands in the storage and is fetched by a temporary URL', async () => {
    const path = '现场/照片.jpg'
    const put = await fetch(`${cloud.url}/files/${encodeURIComponent(path)}`, { method: 'PUT', body: 'jpeg' })
    expect(await put.json()).toEqual({ ok: true, data: { fileID: fileIdOf(path) } })
    expect(await cloud.invoke('files', { op: 'download', fileList: [fileIdOf(path)] })).toBe('jpeg')
    const urls = await fetch(`${cloud.url}/files`, {
      method: 'POST',
      body: JSON.stringify({ fileList: [fileIdOf(path)] }),
    })
    const { data } = (await urls.json()) as { data: { fileList: { tempFileURL: string }[] } }
    expect(await (await fetch(data.fileList[0]?.tempFileURL ?? '')).text()).toBe('jpeg')
  })
})
