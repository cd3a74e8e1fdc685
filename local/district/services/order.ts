import { matters } from './matter'

export const land = matters('国土资源', [
  {
    code: 'land-acquisition',
    name: '征地补偿',
    level2: '土地征收',
    lead: 'natural-resources',
    limitClass: 'complex',
    words:
      '征地 征地补偿 失地农民 土地征收 青苗补偿 征地款 征用土地 征收土地 征地拆迁 青苗费 失地 补偿款 征地补偿款 土地征用 征收款 被征地 预征地 占地补偿 征用 土地补偿款 土地补偿',
  },
  {
    code: 'land-use',
    name: '违法占地、耕地保护',
    level2: '土地资源管理',
    lead: 'natural-resources',
    assist: ['agriculture'],
    words:
      '占用耕地 基本农田 违法占地 土地纠纷 国土局 非法占地 耕地 土地使用权 土地权属 农田 毁坏农田 土地使用证 良田 农用地 非法占用 抛荒 占用农田 闲置土地 集体土地 土地确权纠纷 土地出让 国土部门 土地使用 国土资源局',
  },
  {
    code: 'mining',
    name: '矿产开采',
    level2: '矿产资源管理',
    lead: 'natural-resources',
    words:
      '矿山 煤矿 非法采矿 采空区 非法开采 矿产资源 矿区 矿业 探矿 矿石 锰矿 煤矿关闭 石煤 盗采 铅锌矿 金矿 私挖 煤炭 矿井 锑矿',
  },
  {
    code: 'geological-hazard',
    name: '地质灾害、山体滑坡',
    level2: '矿产资源管理',
    lead: 'natural-resources',
    assist: ['emergency'],
    limitClass: 'emergency',
    words: '山体滑坡 地质灾害 泥石流 滑坡 地灾 山体塌方 落石 地陷',
  },
  {
    code: 'weather',
    name: '气象、地震信息',
    level2: '海洋气象地震',
    lead: 'emergency',
    words: '气象 天气预警 地震 人工降雨 暴雨预警 气象局 天气预报 地震局 冰雹',
  },
])

export const economy = matters('经济管理', [
  {
    code: 'workplace-safety',
    name: '企业安全隐患、事故',
    level2: '安全生产',
    lead: 'emergency',
    words:
      '安全生产 安全隐患企业 烟花爆竹厂 危险化学品 安监局 生产事故 矿难 花炮厂 鞭炮厂 爆竹 鞭炮 安全事故 安监 违规生产 爆炸 私炮 液化气站 危化品 易燃易爆',
  },
  {
    code: 'banking',
    name: '银行、贷款服务',
    level2: '金融财税',
    lead: 'finance',
    words:
      '银行 银行卡 征信 农商行 信用社 个人征信 贷款 取款 储蓄 信用卡 农村信用社 存款 农业银行 ATM 银行贷款 校园贷 农信社 银监局 邮储银行 利率 利息 信贷',
  },
  {
    code: 'illegal-fundraising',
    name: '非法集资、网贷',
    level2: '金融财税',
    lead: 'finance',
    assist: ['police'],
    words:
      '非法集资 网贷 P2P 理财 高利贷 集资诈骗 集资 套路贷 爆雷 民间借贷 非法吸收公众存款 融资 投资理财 担保公司 虚拟货币 投资公司 小额贷款公司 血本无归 投资人',
  },
  {
    code: 'tax',
    name: '税收、发票',
    level2: '金融财税',
    lead: 'tax',
    words:
      '税务局 发票 纳税 个税 偷税漏税 税费 偷税 地税局 国税局 逃税 增值税 不开发票 税务 开票 税收 车船税 个人所得税 地税 国税 开发票 土地使用税 房产税 税率',
  },
  {
    code: 'insurance-securities',
    name: '保险理赔、证券期货',
    level2: '保险证券期货',
    lead: 'finance',
    words:
      '保险公司 保险理赔 证券 期货 股票 保单 人寿保险 平安保险 车险 商业保险 理赔 退保 交强险 投保 炒股 股权 中国人寿',
  },
  {
    code: 'state-assets',
    name: '国有企业改制、资产流失',
    level2: '国资监管',
    lead: 'finance',
    limitClass: 'complex',
    words:
      '国有资产 资产流失 国企改制 国资委 国有企业改制 企业兼并 国有资产流失 厂办大集体 资产重组 三供一业 国企 国有企业',
  },
  {
    code: 'bankruptcy',
    name: '企业破产清算',
    level2: '企业破产',
    lead: 'justice',
    assist: ['finance', 'human-resources'],
    limitClass: 'complex',
    words: '企业破产 破产清算 破产 政策性破产 破产安置 破产重整 清算组',
  },
  {
    code: 'energy',
    name: '光伏、新能源、节能',
    level2: '能源管理',
    lead: 'development',
    words:
      '光伏 新能源 节能减排 风电 沼气 光伏发电 新能源汽车 节能 家电下乡 煤改气 风力发电 新能源补贴 节能补贴',
  },
  {
    code: 'investment',
    name: '招商引资、营商环境',
    level2: '宏观调控',
    lead: 'development',
    assist: ['industry-commerce'],
    words:
      '招商引资 营商环境 投资环境 产业园 招商 产业政策 收入分配 长株潭一体化 区域经济 开发园区 区域发展 产业转移 经济开发区',
  },
])

export const law = matters('政法', [
  {
    code: 'public-order',
    name: '治安案件、打架盗窃',
    level2: '社会治安',
    lead: 'police',
    words:
      '派出所 报警 打架 偷盗 小偷 盗窃 治安 殴打 被盗 失窃 打人 抢劫 扒手 被打 斗殴 报案 醉酒 被偷 出警 治安管理 社会治安 混混 持刀 恐吓 行凶 敲诈勒索 偷狗 寻衅滋事 公安局不管 派出所不管',
  },
  {
    code: 'fraud',
    name: '电信诈骗、刑事案件',
    level2: '刑案侦破',
    lead: 'police',
    words:
      '诈骗 电信诈骗 立案 刑事案件 骗子 被骗 破案 刷单 杀人 凶手 刑侦 经侦 诈骗案 嫌疑人 网络诈骗 犯罪嫌疑人 逃犯 骗钱 诈骗团伙 故意伤害 不予立案 刑事拘留 诈骗电话',
  },
  {
    code: 'gangs-vice',
    name: '黄赌毒、涉黑涉恶',
    level2: '社会治安',
    lead: 'police',
    words:
      '赌博 吸毒 扫黑除恶 涉黑 黑社会 卖淫 贩毒 恶势力 麻将馆 黄赌毒 村霸 黑恶势力 嫖娼 赌场 毒品 赌博机 六合彩 保护伞 打黑 色情 老虎机 地痞 流氓 地下赌场 黑恶 棋牌室 麻将 地痞流氓 涉黄 买码 邪教',
  },
  {
    code: 'fire-safety',
    name: '消防通道、消防隐患',
    level2: '社会治安',
    lead: 'emergency',
    assist: ['housing'],
    words:
      '消防 消防通道 消防隐患 灭火器 消防栓 火灾 消防设施 消防安全 消火栓 消防大队 失火 起火 占用消防通道 消防验收',
  },
  {
    code: 'household-register',
    name: '户口、身份证、居住证',
    level2: '户籍证件',
    lead: 'police',
    words:
      '户口 身份证 居住证 落户 户籍 迁户口 户口本 上户口 户口迁移 护照 出入境 港澳通行证 暂住证 迁户 农转非 户口簿 改名字 派出所户籍 入户 户口问题 非转农 通行证 户政',
  },
  {
    code: 'traffic-order',
    name: '违章停车、交通秩序',
    level2: '交通管理',
    lead: 'traffic-police',
    words:
      '违章停车 乱停乱放 红绿灯 交警 闯红灯 违停 乱停车 堵车 信号灯 逆行 交通秩序 限行 拥堵 超速 斑马线 飙车 减速带 抓拍 电子眼 扣分 乱停 交通违章 标线 交警大队 交通标志 车管所 车辆乱停 交通拥堵 限速 单行线 酒驾 违章 僵尸车 远光灯 禁行 禁摩 上牌 摩托车乱停 电动车乱停 十字路口红绿灯 交通信号灯',
  },
  {
    code: 'traffic-accident',
    name: '交通事故、驾驶证',
    level2: '交通管理',
    lead: 'traffic-police',
    words:
      '交通事故 驾驶证 肇事逃逸 驾照 车祸 驾校 科目二 科目三 学车 肇事 交通事故认定 练车 驾考 事故认定书 事故责任 撞伤 撞死 肇事司机 考驾照',
  },
  {
    code: 'legal-aid',
    name: '法律援助、公证、律师',
    level2: '法律服务',
    lead: 'justice',
    words: '法律援助 公证 律师 司法鉴定 法律咨询 公证处 律师事务所 遗产继承 司法所 法律服务 遗嘱 律师费',
  },
  {
    code: 'mediation',
    name: '矛盾调解、邻里纠纷',
    level2: '仲裁与调解',
    lead: 'street',
    assist: ['justice'],
    words: '邻里纠纷 调解 家庭纠纷 邻居纠纷 人民调解 民事纠纷 邻里矛盾 邻居 纠纷 邻里 相邻权',
  },
  {
    code: 'arbitration',
    name: '劳动仲裁、判决执行',
    level2: '仲裁与调解',
    lead: 'human-resources',
    assist: ['justice'],
    words: '劳动仲裁 仲裁委 劳动争议 仲裁 仲裁庭 仲裁裁决 执行难 强制执行 老赖 判决书 申请执行 失信人',
  },
  {
    code: 'litigation',
    name: '诉讼、法院事务',
    level2: '诉讼',
    lead: 'justice',
    words: '法院 起诉 判决 官司 开庭 上诉 法官 诉讼 检察院 一审 二审 再审 冤案 申诉 法院判决 法院不立案',
  },
  {
    code: 'reconsideration',
    name: '行政复议',
    level2: '行政复议',
    lead: 'justice',
    words: '行政复议 复议申请 不服决定 复议决定 行政处罚决定 复议机关',
  },
  {
    code: 'corrections',
    name: '监狱、社区矫正',
    level2: '刑罚执行',
    lead: 'justice',
    words: '社区矫正 监狱 服刑 减刑 假释 刑满释放 保外就医 看守所 狱警 缓刑 劳教',
  },
  {
    code: 'police-conduct',
    name: '民警执法问题',
    level2: '警务督察',
    lead: 'discipline',
    words:
      '民警态度 警察打人 暴力执法 钓鱼执法 执法不公 办案民警 刑讯逼供 不出警 辅警 超期羁押 警察态度 报警后不出警 报警不处理',
  },
  {
    code: 'letters-visits',
    name: '信访事项查询',
    level2: '其他',
    lead: 'petitions',
    words: '信访 上访 信访局 信访件 信访答复 截访 信访积案 越级上访 信访复查',
  },
])
