import { matters } from './matter'

/** 商贸旅游. */
export const trade = matters('商贸旅游', [
  {
    code: 'consumer',
    name: '消费维权、退款',
    level2: '市场监管',
    lead: 'market',
    words:
      '消费者 退款 退货 售后 商家 消费纠纷 预付卡 会员卡 霸王条款 以次充好 工商局 工商 消费者协会 三包 消费者权益 美容院 工商部门 健身卡 售后服务 网购 虚假销售 消费 淘宝 汽车4S店 理发店 4S店 定金不退 跑路 婚纱 影楼 欺骗消费者 办卡 退卡 抽奖 上当受骗 受骗 欺诈 美容 银楼 手机店 电商 京东 二手车 旧货 关门跑路 商家不给退',
  },
  {
    code: 'fake-goods',
    name: '假冒伪劣、产品质量',
    level2: '质监检验检疫',
    lead: 'market',
    words:
      '假冒伪劣 假货 产品质量 假酒 不合格产品 质量监督 伪劣产品 质监局 假烟 冒牌 山寨 质监 商品质量 次品 假冒 不合格 质量技术监督 打假 产品 烟花爆竹 劣质 生产许可 合格证 三无产品 计量 缺斤少两 短斤少两 电子秤 加油站 汽油 油品 质监部门 检验检疫',
  },
  {
    code: 'price',
    name: '乱收费、价格欺诈',
    level2: '市场监管',
    lead: 'market',
    assist: ['development'],
    words:
      '乱收费 物价局 价格欺诈 明码标价 价格 物价 涨价 收费标准 哄抬物价 高价 乱涨价 收费不合理 抬高价格 定价 票价 气价 油价 水价 电价 收费依据 收费过高 天价 手续费 物价部门 车票 政府定价 发改委 收取费用 价格高 天然气价格 价格虚高 高收费 违规收费 物业费收费标准 乱收停车费 燃气价格 初装费 天然气初装费 开户费 公交涨价 公交票价 车票涨价 天然气涨价 水费价格 停车收费标准',
  },
  {
    code: 'false-advertising',
    name: '虚假宣传、欺骗老人',
    level2: '市场监管',
    lead: 'market',
    words:
      '虚假宣传 虚假广告 忽悠老人 欺骗老人 骗老人 广告法 骗老年人 欺骗老年人 夸大宣传 保健品骗局 老年人 会销 讲座 免费体检送 赠送礼品 理疗仪 虚假 推销保健品',
  },
  {
    code: 'pyramid-selling',
    name: '传销、违规直销',
    level2: '市场监管',
    lead: 'market',
    assist: ['police'],
    words:
      '传销 直销 拉人头 传销组织 发展下线 洗脑 传销窝点 搞传销 下线 返利 打击传销 涉嫌传销 传销活动 传销人员 入会费 上线 资本运作 窝点 微商',
  },
  {
    code: 'elevator',
    name: '电梯故障、特种设备',
    level2: '质监检验检疫',
    lead: 'market',
    assist: ['housing'],
    words:
      '电梯 电梯故障 电梯困人 特种设备 电梯维保 游乐设施 电梯年检 电梯质量 电梯维修 电梯安全 小区电梯 起重机 电梯停运 压力容器 电梯坏 过山车 叉车 电梯坏了 电梯停了 电梯不修',
  },
  {
    code: 'unlicensed',
    name: '无证经营、营业执照',
    level2: '市场监管',
    lead: 'market',
    words:
      '无证经营 营业执照 工商登记 个体户 无照经营 注册公司 工商注册 注销公司 异地年检 工商所 经营许可 经营许可证 企业注册 注册商标 行业协会 中介 中介公司 中介费 二手房中介 房产中介 黑中介 法人变更 经营范围 工商年检 公司注册 个体工商户',
  },
  {
    code: 'monopoly',
    name: '垄断、强买强卖',
    level2: '商业贸易',
    lead: 'market',
    words:
      '垄断 强买强卖 垄断经营 欺行霸市 垄断市场 不正当竞争 行业垄断 市场垄断 独家经营 垄断价格 指定经营 恶性竞争',
  },
  {
    code: 'slaughter',
    name: '生猪屠宰、肉品检疫',
    level2: '质监检验检疫',
    lead: 'agriculture',
    assist: ['market'],
    words:
      '屠宰 屠宰场 猪肉 检疫 私宰 注水肉 定点屠宰 病死猪 死猪肉 猪肉价格 肉联厂 生猪 屠夫 牛肉 注水 肉品',
  },
  {
    code: 'market-hall',
    name: '农贸市场、商超',
    level2: '商业贸易',
    lead: 'industry-commerce',
    assist: ['market', 'city-management'],
    words:
      '农贸市场 菜市场 批发市场 大市场 商业街 步行街 专业市场 商贸 商务局 菜场 集贸市场 商圈 市场改造 外贸 商铺 出口退税 进出口 百货 加盟店 市场搬迁 商户 供销社',
  },
  {
    code: 'commodity-exchange',
    name: '交易平台、现货骗局',
    level2: '商业贸易',
    lead: 'industry-commerce',
    assist: ['police'],
    words: '现货交易 交易所 交易平台 邮币卡 交易中心 现货 文交所 白银 贵金属 原油 喊单 大宗商品',
  },
  {
    code: 'tourism',
    name: '景区、旅行社、导游',
    level2: '旅游管理',
    lead: 'culture-tourism',
    words:
      '景区 旅游 导游 门票 旅行社 旅游局 景点 旅游团 强制购物 旅游景区 游客 旅游开发 民宿 农家乐 旅游资源 风景区 风景名胜区 漂流 全域旅游 旅游业 购物店 旅游公司 半票 全票 索道 游乐园 5A 4A 旅游景点 度假村 温泉 森林公园 免票 优待证',
  },
  {
    code: 'vehicle-inspection',
    name: '机动车检测收费',
    level2: '质监检验检疫',
    lead: 'market',
    assist: ['traffic-police'],
    words: '检测站 年检 车辆年检 检测费 机动车检测 年检费 汽车年检 年审 车检 尾气检测 审车 检车',
  },
])
