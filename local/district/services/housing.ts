import { matters } from './matter'

/** 城乡建设: homes, property, planning and demolition. */
export const housing = matters('城乡建设', [
  {
    code: 'property-management',
    name: '物业服务、物业费',
    level2: '住房保障与房地产',
    lead: 'housing',
    assist: ['city-management'],
    words:
      '物业 物业公司 物业管理 物业费 物业服务 前期物业 保安 门禁 小区管理 业主 小区环境 公摊 小区停水停电 物业不作为 物业费涨',
  },
  {
    code: 'owners-committee',
    name: '业主委员会、维修资金',
    level2: '住房保障与房地产',
    lead: 'street',
    assist: ['housing'],
    words: '业委会 业主委员会 业主大会 维修资金 维修基金 选聘物业 业委会选举',
  },
  {
    code: 'house-quality',
    name: '新房质量、漏水开裂',
    level2: '住房保障与房地产',
    lead: 'housing',
    words:
      '房屋质量 渗水 漏水 墙体开裂 外墙 房子质量 质量差 外墙渗水 空鼓 精装修 精装房 房屋漏水 屋面 楼板 开裂 商品房质量 墙面裂缝 到处渗水',
  },
  {
    code: 'developer',
    name: '买房纠纷、延期交房',
    level2: '住房保障与房地产',
    lead: 'housing',
    words:
      '开发商 购房 购房合同 交房 延期交房 楼盘 房地产 售楼部 买房 烂尾 烂尾楼 房地产公司 房地产开发 预售 认购 定金 收房 商品房 捆绑销售 限购 首付 房贷 摇号 购房者 房价 期房 现房 房地产开发商 五证 购买的房子 一房多卖 门面',
  },
  {
    code: 'property-certificate',
    name: '房产证、不动产登记',
    level2: '住房保障与房地产',
    lead: 'natural-resources',
    assist: ['housing', 'tax'],
    limitClass: 'complex',
    words:
      '房产证 不动产证 不动产 产权证 办证 不动产登记 产权 办理房产证 不动产权证 过户 契税 房产局 房产 房屋产权 国土证 小产权房 两证 不动产中心 确权颁证',
  },
  {
    code: 'housing-fund',
    name: '住房公积金',
    level2: '住房保障与房地产',
    lead: 'housing',
    words:
      '公积金 住房公积金 公积金贷款 公积金中心 提取公积金 商转公 公积金管理中心 异地贷款 商业贷款 缴存 公积金提取',
  },
  {
    code: 'public-housing',
    name: '公租房、廉租房、住房困难',
    level2: '住房保障与房地产',
    lead: 'housing',
    assist: ['civil-affairs'],
    words:
      '公租房 廉租房 经济适用房 保障房 保障性住房 住房困难 廉租 住房补贴 租赁补贴 安居工程 经适房 两限房 人才公寓 申请廉租房 房改 集资房 单位住房 房改房 公房 无房户 房屋补贴 购房补贴',
  },
  {
    code: 'renting',
    name: '房屋租赁、群租',
    level2: '住房保障与房地产',
    lead: 'housing',
    words: '群租 租房 房东 租客 出租屋 房屋租赁 长租公寓 租户 房屋中介 房东扣',
  },
  {
    code: 'old-community',
    name: '老旧小区改造、加装电梯',
    level2: '住房保障与房地产',
    lead: 'housing',
    words: '老旧小区 加装电梯 旧改 提质改造 老小区 小区改造 增设电梯 老旧小区改造 想装电梯 要装电梯',
  },
  {
    code: 'dilapidated-house',
    name: '危房改造、房屋安全',
    level2: '国有土地上房屋征收与补偿',
    lead: 'housing',
    words:
      '危房 危房改造 危改 危旧房 房屋鉴定 裂缝 危楼 房屋开裂 住在危房 危房鉴定 土砖房 土坯房 危房补助 危房改造指标 老房子墙',
  },
  {
    code: 'shantytown',
    name: '棚户区改造、城中村改造',
    level2: '国有土地上房屋征收与补偿',
    lead: 'housing',
    limitClass: 'complex',
    words: '棚户区 棚改 棚户区改造 城中村 征收办 棚户 城中村改造 旧城改造 棚改办 棚改项目',
  },
  {
    code: 'demolition',
    name: '房屋征收拆迁与补偿',
    level2: '国有土地上房屋征收与补偿',
    lead: 'housing',
    limitClass: 'complex',
    words:
      '拆迁 拆迁补偿 拆迁户 强拆 房屋征收 征收补偿 过渡费 拆迁办 强制拆迁 拆除 征拆 房屋拆迁 拆迁安置 拆迁款 拆迁公司 征拆办',
  },
  {
    code: 'resettlement-housing',
    name: '安置房、回迁房',
    level2: '集体土地上房屋拆迁与补偿',
    lead: 'housing',
    limitClass: 'complex',
    words: '安置房 回迁房 安置小区 安置地 重建地 回迁 安置区 安置户 安置点 宅基地安置',
  },
  {
    code: 'illegal-building',
    name: '违章建筑、私搭乱建',
    level2: '城乡规划',
    lead: 'city-management',
    words:
      '违章建筑 违建 违法建筑 私搭乱建 违章搭建 违法建设 违规建房 加层 乱搭乱建 违章建房 控违拆违 拆违 违法加层 私自加层 搭建 违规搭建 违法建房 控违 抢建 违规加建',
  },
  {
    code: 'daylight',
    name: '采光遮挡、楼间距',
    level2: '城乡规划',
    lead: 'natural-resources',
    words: '采光 楼间距 采光权 日照 挡光 容积率 遮挡阳光 通风采光 挡阳光 阳光全挡',
  },
  {
    code: 'planning',
    name: '规划咨询、规划变更',
    level2: '城乡规划',
    lead: 'natural-resources',
    words:
      '规划局 规划变更 规划许可 擅自变更规划 规划部门 更改规划 城市规划 规划方案 规划设计 控规 原规划 规划许可证 规划要求 总体规划 规划图 改变规划 规划用地 历史建筑 城镇建设 开发建设 新城建设 城乡规划 建设用地',
  },
  {
    code: 'rural-building',
    name: '村民建房、村镇建设',
    level2: '村镇建设',
    lead: 'street',
    assist: ['agriculture'],
    words:
      '村民建房 建房审批 农村建房 建房手续 建房申请 自建房 村镇建设 新农村建设 建房证 建房指标 批准建房 镇区建设 小城镇建设 小城镇 建房 准建证 空心房 美丽乡村',
  },
  {
    code: 'construction-payment',
    name: '拖欠工程款、招投标',
    level2: '建筑市场',
    lead: 'housing',
    words:
      '工程款 拖欠工程款 招投标 投标 围标 招标 中标 建筑公司 串标 建造师 中标单位 转包 工程保证金 包工头 履约保证金 施工合同 一级建造师 二级建造师 建筑资质 工程尾款 材料款 评标 造价',
  },
])
