import { matters } from './matter'

/** 环境保护. */
export const environment = matters('环境保护', [
  {
    code: 'noise-shop',
    name: '商铺、娱乐场所噪声',
    level2: '环境污染',
    lead: 'ecology',
    assist: ['police', 'city-management'],
    words:
      '噪音 噪声 噪音污染 噪音扰民 噪声扰民 扰民 广场舞 KTV 酒吧 高音喇叭 音响 歌厅 低频 空调外机 噪声污染 休息不好 广场舞扰民 半夜噪音 广场舞声音',
  },
  {
    code: 'noise-site',
    name: '工地夜间施工噪声',
    level2: '环境污染',
    lead: 'city-management',
    assist: ['housing', 'ecology'],
    words:
      '夜间施工 深夜施工 通宵施工 工地噪音 施工噪音 施工扰民 夜间施工扰民 搅拌站 打桩 半夜施工 工地施工 夜里施工 晚上施工 深夜施工扰民 半夜打桩',
  },
  {
    code: 'smoke',
    name: '餐饮油烟',
    level2: '环境污染',
    lead: 'city-management',
    assist: ['ecology', 'market'],
    words: '油烟 烧烤 油烟扰民 油烟污染 烧烤店 餐馆油烟 油烟味 油烟机 露天烧烤 油烟直排 饭店油烟',
  },
  {
    code: 'air-pollution',
    name: '废气异味、扬尘、露天焚烧',
    level2: '环境污染',
    lead: 'ecology',
    words:
      '废气 臭味 刺鼻 气味 粉尘 扬尘 黑烟 浓烟 有毒气体 空气污染 异味 大气污染 焚烧 恶臭 雾霾 烟囱 油漆味 气味难闻 烟尘 毒气 焚烧垃圾 灰尘 水泥厂 砖厂 垃圾焚烧 喷漆 蓝天 空气质量 臭气 汽修 石灰厂 化工厂 冶炼厂 冒烟 二氧化硫 甲醛 臭气熏天 沥青 烤漆 燃煤 锅炉 PM2.5 刺鼻气味 漫天 难闻 烧秸秆',
  },
  {
    code: 'water-pollution',
    name: '污水直排、水体污染',
    level2: '环境污染',
    lead: 'ecology',
    assist: ['water-affairs'],
    words:
      '污水 废水 水污染 污水直排 黑臭水体 排污 水源污染 偷排 饮用水源 排污口 水源 河水 污水处理厂 直排 臭水沟 直接排入 河道污染 饮用水 造纸厂 鱼虾 井水 地下水 水体 流域 直接排放 洗砂 造纸 洗矿 尾矿 黑臭 水源地 尾矿库 废液',
  },
  {
    code: 'soil-pollution',
    name: '固体废物、土壤和化学品污染',
    level2: '环境污染',
    lead: 'ecology',
    words:
      '重金属 土壤污染 固体废物 危险废物 医疗废物 工业垃圾 镉 电镀 废渣 铅中毒 血铅 危废 矿渣 废旧塑料 塑料厂 污泥 垃圾填埋 填埋场 垃圾填埋场 垃圾场 冶炼 建筑垃圾 锰 铅锌 砷',
  },
  {
    code: 'radiation',
    name: '基站、变电站、高压线辐射',
    level2: '环境污染',
    lead: 'ecology',
    assist: ['industry-commerce'],
    words:
      '基站 辐射 信号塔 变电站 高压线 电磁辐射 发射塔 发射基站 铁塔 信号基站 通信基站 移动基站 电磁 高压电 高压线路 高压电线',
  },
  {
    code: 'livestock-pollution',
    name: '养殖场污染',
    level2: '环境污染',
    lead: 'ecology',
    assist: ['agriculture'],
    words:
      '养猪场 养殖场 猪场 猪粪 养鸡场 粪便 禁养区 养猪 养鸭 养殖污染 畜禽 养殖户 禁养 鸡场 牛场 养鸡 猪舍',
  },
  {
    code: 'polluting-firm',
    name: '企业污染、环保执法',
    level2: '环保管理',
    lead: 'ecology',
    words:
      '污染 环保 环保局 环境污染 污染环境 污染严重 严重污染 环保部门 环境监测 环保厅 环境保护 污染企业 污染源 污染问题 环保督察 生态环境 排污许可 化工园 环保局不作为 环境执法 关停 小作坊 环保法 污染物 冶炼企业 环境质量 环保督查',
  },
  {
    code: 'eia',
    name: '环评审批、未批先建',
    level2: '建设项目审批',
    lead: 'ecology',
    words:
      '环评 环境影响评价 未批先建 环评手续 环评报告 环保手续 环评批复 环保审批 环保验收 环境影响 没有环评 卫生防护距离 环保不达标',
  },
  {
    code: 'ecological-damage',
    name: '破坏生态、非法采砂采石',
    level2: '环境污染',
    lead: 'natural-resources',
    assist: ['ecology', 'water-affairs'],
    words:
      '采石场 采砂 挖山 破坏生态 生态破坏 采石 湿地 毁林 挖沙 非法采砂 炸山 绿水青山 青山绿水 破坏植被 开采 石场 植被 碎石场 砂石场 河砂 采矿 放炮 非法采石 开山 滥采 砂场 破坏环境',
  },
])
