import { matters } from './matter'

export const party = matters('党务政务', [
  {
    code: 'party-building',
    name: '党员、党组织建设',
    level2: '党的建设',
    lead: 'organisation',
    words: '党员 党支部 党组织 入党 党费 党建 组织关系 村支书 流动党员 老党员 组织部 支部书记',
  },
  {
    code: 'people-congress',
    name: '人大代表、政协委员建议',
    level2: '政治体制',
    lead: 'government-office',
    words: '政协 人大常委会 提案 政治体制 人大选举 政协提案 人大建议',
  },
  {
    code: 'religion',
    name: '民族宗教事务',
    level2: '民族宗教',
    lead: 'united-front',
    words: '宗教 寺庙 少数民族 清真 教堂 民族成分 佛教 道观 寺院 基督教 民族政策 土家族 苗族',
  },
  {
    code: 'overseas',
    name: '侨务、港澳台事务',
    level2: '港澳台侨',
    lead: 'united-front',
    words: '侨务 华侨 台胞 港澳 归侨 台湾同胞 侨联 台属',
  },
  {
    code: 'media',
    name: '新闻宣传、广播电视、网络信息',
    level2: '宣传舆论',
    lead: 'publicity',
    words:
      '有线电视 广播电视 网络谣言 户户通 新闻报道 不实报道 文明城市 创文 村村响 创建文明城市 精神文明 数字电视 广电网络 广电局 机顶盒 文明创建',
  },
  {
    code: 'unions',
    name: '工会、妇联、共青团',
    level2: '群众团体',
    lead: 'mass-organisations',
    words: '工会 妇联 共青团 工会会费 团员 团委 残联 妇女权益 反家暴 职工之家',
  },
  {
    code: 'conscription',
    name: '征兵、国防',
    level2: '国防外交',
    lead: 'government-office',
    assist: ['veterans'],
    words: '征兵 入伍 参军 人武部 当兵 民兵 应征入伍 兵役 国防教育 人防',
  },
  {
    code: 'government-service',
    name: '办事大厅、政务服务',
    level2: '其他',
    lead: 'government-office',
    words:
      '政务服务 办事大厅 政务大厅 一件事一次办 最多跑一次 政务中心 政府信息公开 信息公开 办事指南 政务公开 证明材料 村委盖章 行政审批 网上办事 市长热线没人接 热线打不通 12345打不通',
  },
])

export const discipline = matters('纪检监察', [
  {
    code: 'official-manner',
    name: '干部作风、推诿扯皮',
    level2: '干部作风',
    lead: 'discipline',
    words:
      '吃拿卡要 官僚主义 形式主义 干部作风 门难进 脸难看 懒政 慢作为 公款吃喝 大吃大喝 公车私用 推诿扯皮 干部态度恶劣 干部不作为 工作人员态度 办事拖拉 吃空饷',
  },
  {
    code: 'abuse-of-power',
    name: '以权谋私、打击报复',
    level2: '滥用职权',
    lead: 'discipline',
    words: '以权谋私 滥用职权 打击报复 优亲厚友 暗箱操作 权钱交易 官商勾结 裙带关系 公权私用',
  },
  {
    code: 'bribery',
    name: '贪污受贿',
    level2: '贪污贿赂',
    lead: 'discipline',
    words:
      '贪污 受贿 行贿 挪用公款 贪污腐败 腐败 索贿 贪官 虚报冒领 中饱私囊 套取资金 小金库 买官卖官 收受回扣 侵吞公款 侵占公款',
  },
  {
    code: 'dereliction',
    name: '失职渎职',
    level2: '失职渎职',
    lead: 'discipline',
    words: '失职渎职 渎职 玩忽职守 包庇纵容 充当保护伞 严重失职 失职失责',
  },
  {
    code: 'sanction',
    name: '党纪政务处分',
    level2: '党政处分',
    lead: 'discipline',
    words: '党纪处分 政纪处分 处分决定 纪委 开除党籍 监察局 纪检 政务处分 纪检组',
  },
])

export const technology = matters('科技与信息产业', [
  {
    code: 'telecom-signal',
    name: '手机信号、宽带网络',
    level2: '电信',
    lead: 'industry-commerce',
    words:
      '手机信号 宽带 没有信号 网络信号 光纤 光缆 信号差 网速 信号不好 宽带垄断 移动宽带 电信宽带 网络覆盖 网线',
  },
  {
    code: 'telecom-fees',
    name: '话费、套餐、乱扣费',
    level2: '电信',
    lead: 'industry-commerce',
    assist: ['market'],
    words:
      '话费 流量套餐 电信套餐 乱扣费 运营商 携号转网 移动公司 中国移动 中国电信 中国联通 流量 套餐 手机卡 骚扰电话 短信 电信公司 联通公司 手机号码',
  },
  {
    code: 'digital-service',
    name: '政务网站、小程序故障',
    level2: '信息化建设',
    lead: 'industry-commerce',
    assist: ['publicity'],
    words:
      '政务网站 小程序打不开 信息系统 信息化 网站打不开 政府网站 网页打不开 数据共享 APP打不开 软件行业 大数据 智慧城市',
  },
  {
    code: 'science',
    name: '科技项目、高新企业',
    level2: '科学技术',
    lead: 'industry-commerce',
    words: '科技项目 高新技术企业 科研经费 科技创新 科技局 科技成果 科普 科研项目 高新企业 成果转化 院士',
  },
  {
    code: 'patents',
    name: '专利、商标、版权',
    level2: '知识产权',
    lead: 'market',
    words: '专利 知识产权 侵权 商标权 盗版 版权 著作权 专利补贴 发明专利 专利申请',
  },
])
