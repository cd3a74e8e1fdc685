import { matters, when } from './matter'

/** 城乡建设: streets, utilities, cleanliness and order. */
export const urban = matters('城乡建设', [
  {
    code: 'street-light',
    name: '路灯不亮、损坏',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words: '路灯 灯杆 路灯不亮 没有路灯 路灯坏了 亮化 亮灯 楼道灯 路灯又不亮 路灯又坏',
    questions: [{ id: 'pole', label: '灯杆编号（有的话）' }],
  },
  {
    code: 'manhole',
    name: '井盖缺失、破损',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    limitClass: 'emergency',
    words: '井盖 窨井 下水井盖 井盖丢失 井盖破损 井盖不见 井盖响',
  },
  {
    code: 'road-collapse',
    name: '路面塌陷、围墙边坡险情',
    level2: '安全生产',
    lead: 'housing',
    assist: ['emergency', 'city-management'],
    limitClass: 'emergency',
    words: '路面塌陷 地面塌陷 路面下沉 围墙倒塌 随时会倒塌 随时可能倒塌 边坡',
  },
  {
    code: 'drainage',
    name: '内涝积水、下水道堵塞',
    level2: '城市建设和市政管理',
    lead: 'housing',
    assist: ['city-management'],
    words: '下水道 内涝 排水管 雨污分流 化粪池 污水管 污水管网 水浸街 排水系统 下水管道 排水沟 地下管网',
  },
  {
    code: 'street-cleaning',
    name: '垃圾清运、环境卫生',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words:
      '环卫 垃圾清运 环境卫生 脏乱差 垃圾堆 垃圾成堆 垃圾桶 垃圾站 垃圾中转站 环卫工人 洒水车 保洁 垃圾分类 卫生死角 牛皮癣 生活垃圾 渣土 渣土车 市容 市容市貌',
  },
  {
    code: 'public-toilet',
    name: '公共厕所',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words: '公厕 公共厕所 公共卫生间',
  },
  {
    code: 'greening',
    name: '绿化养护、树木遮挡',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words: '绿化 绿化带 行道树 草坪 绿地 树枝 园林 毁绿 花坛 绿化率 绿化面积',
  },
  {
    code: 'park',
    name: '公园广场管理',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words: '公园 休闲广场 健身步道 风光带 休闲娱乐 公园管理',
  },
  {
    code: 'stalls',
    name: '占道经营、流动摊贩',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words:
      '占道经营 摆摊 流动摊贩 摊贩 夜市 小商贩 占道 马路市场 城管 城管执法 城管局 摊点 夜宵摊 出店经营 违规占道 小摊小贩 城管队员 夜宵 烧烤摊 占了人行道',
  },
  {
    code: 'billboard',
    name: '户外广告牌',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words: '广告牌 户外广告 招牌 门头 小广告 店招 招牌松',
  },
  {
    code: 'stairwell',
    name: '楼道堆物、飞线充电',
    level2: '城市建设和市政管理',
    lead: 'street',
    words:
      '楼道堆物 楼道杂物 飞线充电 充电桩 电动车充电 楼道堵 楼梯间 公共走道 楼道里堆 楼道里充电 楼道里常年堆 在楼道里堆 推到楼道',
  },
  {
    code: 'sidewalk',
    name: '人行道、天桥等公共设施',
    level2: '城市建设和市政管理',
    lead: 'housing',
    assist: ['city-management'],
    words:
      '人行道 盲道 人行天桥 护栏 地下通道 市政道路 市政设施 基础设施建设 路沿石 断头路 市政 配套设施 公共设施',
  },
  {
    code: 'parking',
    name: '停车难、停车位',
    level2: '城市建设和市政管理',
    lead: 'city-management',
    words:
      '停车位 停车难 地下车库 停车场 停车费 车位 咪表 人防车位 公共停车场 停车收费 没有地方停车 没地方停车',
  },
  {
    code: 'bus',
    name: '公交线路、班次和服务',
    level2: '城市建设和市政管理',
    lead: 'transport',
    words:
      '公交 公交车 公交线路 公交站 公交站台 路公交 公交公司 公交司机 公共汽车 公交化 刷卡 公交IC卡 公交卡 公交线',
  },
  {
    code: 'metro',
    name: '地铁、城际轨道',
    level2: '城市建设和市政管理',
    lead: 'transport',
    words: '地铁 城铁 轨道交通 地铁口 地铁站 城际铁路 号线 磁悬浮 轻轨',
  },
  {
    code: 'tap-water',
    name: '停水、水压水质、水费',
    level2: '城市建设和市政管理',
    lead: 'water-supply',
    limitClass: 'utility',
    words:
      '自来水 停水 自来水公司 水压 水表 水质差 二次供水 供水 水费 自来水管 没水 通自来水 水务公司 用水 供水公司 自来水水质 缺水 水改',
    questions: [when],
  },
  {
    code: 'electricity',
    name: '停电、电压、电费',
    level2: '城市建设和市政管理',
    lead: 'power-supply',
    limitClass: 'utility',
    words:
      '停电 电压 供电 供电局 电力公司 电费 电表 变压器 电线杆 电压不稳 电网改造 供电所 电力局 断电 用电 国家电网 电业局 农网改造 电网 一户一表',
    questions: [when],
  },
  {
    code: 'gas',
    name: '天然气开通、气费',
    level2: '城市建设和市政管理',
    lead: 'gas-supply',
    limitClass: 'utility',
    words:
      '天然气 燃气 燃气公司 燃气管道 管道煤气 煤气 新奥燃气 通气 天然气管道 天然气公司 燃气表 天然气安装 天然气开户',
  },
  {
    code: 'gas-leak',
    name: '燃气泄漏',
    level2: '城市建设和市政管理',
    lead: 'gas-supply',
    assist: ['emergency'],
    limitClass: 'emergency',
    words: '燃气泄漏 煤气泄漏 天然气泄漏 闻到煤气味 漏气 一股煤气味',
  },
  {
    code: 'heating',
    name: '冬季供暖不热',
    level2: '城市建设和市政管理',
    lead: 'heat-supply',
    limitClass: 'utility',
    words: '供暖 暖气 集中供热 暖气片 供热 采暖',
  },
  {
    code: 'construction-site',
    name: '工地施工安全、围挡',
    level2: '工程质量',
    lead: 'housing',
    words: '施工围挡 工地围挡 塔吊 施工安全 占道施工 施工现场 施工单位 施工方 项目部 建筑工地',
  },
  {
    code: 'engineering-quality',
    name: '工程质量',
    level2: '工程质量',
    lead: 'housing',
    words: '工程质量 豆腐渣 豆腐渣工程 偷工减料 质量问题严重 施工质量 建设工程 监理 质检站 质监站',
  },
])
