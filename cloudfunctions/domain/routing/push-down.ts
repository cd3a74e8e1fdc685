import type { Department, Directory } from '../../../typings/contract/directory'
import { governorOf, rowFor } from './catalogue-row'
import { indexDirectory } from './index-directory'

/** 费随事转: a written commission with its money, without which nothing off the list goes down (S4). */
export interface FundedCommission {
  /** Number or title of the agreement. */
  agreement: string
  /** In fen. */
  amount: number
}

export const isFunded = ({ agreement, amount }: FundedCommission) => agreement.trim() !== '' && amount > 0

export type PushDown =
  | { allowed: true; reason: string }
  | { allowed: false; code: 'UNKNOWN_UNIT' | 'NOT_ON_LIST' | 'UNFUNDED'; reason: string }

/**
 * May a unit hand this service to a street office or a committee? Only what stands on their list, or what comes with
 * its funds (国办函〔2025〕66号: department work may not be assigned to the grass roots).
 */
export function mayPushDown(
  fromDepartmentId: string,
  toDepartmentId: string,
  serviceCode: string,
  directory: Directory,
  fundedCommission?: FundedCommission,
): PushDown {
  const index = indexDirectory(directory)
  const from = index.departments.get(fromDepartmentId)
  const to = index.departments.get(toDepartmentId)
  if (!from || !to) return { allowed: false, code: 'UNKNOWN_UNIT', reason: '单位不在本区目录中。' }
  if (to.class !== 'street' && to.class !== 'village')
    return { allowed: true, reason: `${to.name}不是街道（镇）、村（社区），不属于任务下沉。` }

  const path = index.areas.get(to.areaId)?.path ?? []
  const row = rowFor(serviceCode, path, index)
  const listed =
    row?.lead.by === 'department'
      ? row.lead.departmentId === to._id
      : row?.lead.by === to.class &&
        (to.class === 'street' || row?.onVillageList === true) &&
        governorOf(to.class, path, index)?._id === to._id
  const service = index.services.get(serviceCode)?.name ?? serviceCode
  if (listed) return { allowed: true, reason: `“${service}”在${to.name}清单内（依据：${row?.basis}）。` }
  return offList(from, to, service, fundedCommission)
}

function offList(
  from: Department,
  to: Department,
  service: string,
  commission: FundedCommission | undefined,
): PushDown {
  const stays = `“${service}”不在${to.name}清单内`
  if (!commission)
    return {
      allowed: false,
      code: 'NOT_ON_LIST',
      reason: `${stays}，${from.name}不得下派；确需委托的，先落实经费（费随事转）。`,
    }
  if (!isFunded(commission))
    return { allowed: false, code: 'UNFUNDED', reason: `${stays}，委托没有协议或经费，不得下派。` }
  return { allowed: true, reason: `${stays}，依委托协议《${commission.agreement}》费随事转。` }
}
