import { refuse } from '../domain/errors'
import { cloud } from '../platform/cloud'

/** Where a file may be fetched for a while. @throws NOT_FOUND where it is gone */
export async function addressOf(fileId: string, what: string): Promise<string> {
  const { fileList } = await cloud.getTempFileURL({ fileList: [fileId] })
  return fileList[0]?.tempFileURL || refuse('NOT_FOUND', what)
}
