import type { Grade } from '../../../typings/contract/directory'
import { gradeWords } from '../../labels'

const unhappy: readonly string[] = ['dissatisfied', 'veryDissatisfied']

/** 联系您了吗 · 解决了吗 · 满意吗: one tap each, a word if unhappy. Speaks `done` with the answers. */
Component({
  properties: {
    /** Of somebody who co-signed: nobody was to call them. */
    shared: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: {
    contacted: '' as '' | 'yes' | 'no',
    solved: '' as '' | 'yes' | 'no',
    grade: '' as '' | Grade,
    unhappy: false,
    comment: '',
    missing: '',
    grades: Object.entries(gradeWords).map(([grade, words]) => ({ grade, words })),
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      const { question, answer } = event.currentTarget.dataset as { question: string; answer: string }
      this.setData({
        [question]: answer,
        missing: '',
        ...(question === 'grade' && { unhappy: unhappy.includes(answer) }),
      })
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ comment: event.detail.value })
    },
    done() {
      const { contacted, solved, grade, comment } = this.data
      if ((contacted === '' && !this.properties.shared) || solved === '' || grade === '') {
        this.setData({ missing: '每个问题都请点一下，再提交。' })
        return
      }
      this.triggerEvent('done', {
        contacted: contacted === 'yes',
        solved: solved === 'yes',
        grade,
        ...(this.data.unhappy && comment.trim() && { comment: comment.trim() }),
      })
    },
  },
})
