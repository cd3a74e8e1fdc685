import type { PriorityGroup } from '../../../typings/contract/priority'
import { priorityWords } from '../../labels'

/** 老年人、残疾人、未成年人、低保、优抚: one tap says it and agrees to it, another takes it back. Speaks `change`. */
Component({
  properties: {
    group: { type: String, value: '' as PriorityGroup | '' },
    title: { type: String, value: '' },
  },
  data: { groups: Object.entries(priorityWords).map(([group, words]) => ({ group, words })) },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { group } = event.currentTarget.dataset as { group: PriorityGroup }
      this.triggerEvent('change', { group: group === this.properties.group ? undefined : group })
    },
  },
})
