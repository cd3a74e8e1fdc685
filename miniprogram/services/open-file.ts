import { troubleOf } from './cloud'

/** Downloads a file that a function made and shows it in WeChat's own viewer, from where it can be sent on or printed. @throws CallFailure */
export async function openFile(fileId: string): Promise<void> {
  const { tempFilePath } = await wx.cloud.downloadFile({ fileID: fileId }).catch((error: unknown) => {
    throw troubleOf(error, 'reading')
  })
  await wx.openDocument({ filePath: tempFilePath, showMenu: true })
}
