import { randomBytes } from 'node:crypto'
import { cloud } from '../cloud'

/** Files that nobody may read any more; one that is gone already is no fault. */
export async function dropFiles(fileList: readonly string[]): Promise<void> {
  if (fileList.length > 0) await cloud.deleteFile({ fileList: [...fileList] })
}

/** Keeps a file for whoever is told its id: the folder can't be guessed. @returns the id that a phone downloads by */
export async function keepFile(folder: string, name: string, content: Buffer): Promise<string> {
  const cloudPath = `${folder}/${randomBytes(16).toString('hex')}/${name}`
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content })
  return fileID
}
