interface Emergency {
  number: string
  name: string
}

/** Words after which the telephone comes first (Art. 11(1)); the matter may still be submitted. */
const signs: readonly (Emergency & { words: readonly string[] })[] = [
  {
    number: '119',
    name: '火警',
    words: [
      ...['着火', '起火', '失火', '爆炸', '冒浓烟', '被困'],
      ...['燃气泄漏', '煤气泄漏', '燃气漏', '煤气漏', '煤气味', '燃气味'],
    ],
  },
  {
    number: '120',
    name: '急救',
    words: ['晕倒', '昏迷', '大出血', '没有呼吸', '心脏病发', '中毒', '触电', '溺水'],
  },
  {
    number: '110',
    name: '报警',
    words: ['打人', '持刀', '抢劫', '绑架', '家暴', '轻生', '跳楼', '自杀', '斗殴'],
  },
  // The state's line for people in despair, day and night.
  {
    number: '12356',
    name: '心理援助',
    words: ['轻生', '跳楼', '自杀', '活不下去', '不想活', '想死'],
  },
  { number: '122', name: '交通事故', words: ['车祸', '撞人', '撞车', '连环追尾'] },
]

/** Whom to call first, as the words say; nobody where they tell of no danger. */
export function emergenciesIn(text: string): Emergency[] {
  return signs
    .filter(({ words }) => words.some((word) => text.includes(word)))
    .map(({ number, name }) => ({ number, name }))
}
