import type { AlarmName } from '../../../typings/contract/ticket'

/** An alarm as people of the centre read it. */
export const alarmTerms: Record<AlarmName, string> = {
  emergency: '险情',
  selfHarm: '轻生自伤',
  violence: '暴力威胁',
  minor: '未成年人受侵害',
  group: '多人聚集',
}
