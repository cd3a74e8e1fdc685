import { give } from './cloud'

interface Erased {
  ticketId: string
  receiptCode?: string
  version: number
  /** Photos and recordings that were sent along. */
  fileIds: readonly string[]
}

export async function agreesToErase(): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: '删除您说的内容？',
    content:
      '文字、照片、姓名、电话和详细地址会删掉，找不回来，也不能再重新打开。编号、时间、承办单位和答复会留着。',
    confirmText: '删除',
  })
  return confirm
}

/** Files first: the platform lets only their sender take them away. What can't be had is gone already. @throws CallFailure */
export async function eraseCall({ version, fileIds, ...on }: Erased): Promise<void> {
  if (fileIds.length > 0) await wx.cloud.deleteFile({ fileList: [...fileIds] }).catch(() => undefined)
  await give('tickets.erase', on, version)
}
