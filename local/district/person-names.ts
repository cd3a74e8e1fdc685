const surnames = '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹'
const given = '立文志远晓春国平建新雨晴子安明月永康思齐可人长青亦凡克勤书航若水'

/** An invented name, always the same for the same alias, told apart by what the alias is. */
export function personName(alias: string): string {
  let mixed = 7
  for (const letter of alias) mixed = (mixed * 131 + letter.charCodeAt(0)) % 1_000_003
  const pick = (letters: string, part: number) => letters[part % letters.length]
  return `${pick(surnames, mixed)}${pick(given, Math.floor(mixed / 31))}${pick(given, Math.floor(mixed / 1009))}`
}
