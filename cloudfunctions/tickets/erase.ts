import { z } from 'zod'
import { command } from '../platform/command'
import { eraseComments } from '../platform/stores/evaluation-store'
import { eraseMessages } from '../platform/stores/message-store'
import { eraseText } from '../platform/stores/text-store'
import { byCaller } from './shapes'

/**
 * 删除本人说的话:办结以后才能删。照片由手机删,平台只许上传的人删自己的文件;编号、时间、单位和答复留着。
 */
export const erase = command('erase', z.object(byCaller), {
  async first({ ticketId }, before) {
    if (before.textId !== undefined) await eraseText(before.textId)
    await eraseComments(ticketId)
    await eraseMessages(ticketId)
  },
})
