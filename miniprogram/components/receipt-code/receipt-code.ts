/** 查询码, to be copied by hand or by ear: a line breaks between its groups only, and each letter is read by itself. */
Component({
  properties: {
    code: { type: String, value: '' },
  },
  data: { groups: [] as string[], aloud: '' },
  observers: {
    code(code: string) {
      const groups = code.split('-')
      this.setData({
        groups: groups.map((group, index) => (index < groups.length - 1 ? `${group}-` : group)),
        aloud: `查询码：${groups.map((group) => group.split('').join(' ')).join('，')}`,
      })
    },
  },
})
