import { matters } from './matter'

export const civil = matters('民政', [
  {
    code: 'low-income',
    name: '低保、特困、临时救助',
    level2: '社会救助',
    lead: 'civil-affairs',
    words:
      '低保 五保 特困 临时救助 低保户 吃低保 低保金 五保户 城镇低保 农村低保 孤儿 困难家庭 困难补助 评低保 社会救助 大病临时救助 办低保',
  },
  {
    code: 'disabled',
    name: '残疾人补贴与服务',
    level2: '福利慈善',
    lead: 'civil-affairs',
    assist: ['mass-organisations'],
    words: '残疾人 残疾证 护理补贴 残疾 无障碍 残疾人补贴 残疾人补助 聋哑 盲人 残疾人就业 两项补贴',
  },
  {
    code: 'elderly',
    name: '养老服务、高龄津贴',
    level2: '福利慈善',
    lead: 'civil-affairs',
    words:
      '养老院 高龄津贴 敬老院 居家养老 老年证 养老服务 老年公寓 高龄补贴 孤寡老人 福利院 老年活动中心 空巢老人 老年食堂 助餐',
  },
  {
    code: 'marriage',
    name: '婚姻登记、收养',
    level2: '社会服务',
    lead: 'civil-affairs',
    words: '婚姻登记 结婚证 离婚证 收养登记 民政局结婚 领养 收养证 离婚登记 单身证明 结婚登记 收养 民政局',
  },
  {
    code: 'funeral',
    name: '殡葬、公墓',
    level2: '社会服务',
    lead: 'civil-affairs',
    words:
      '殡葬 公墓 火葬 墓地 殡仪馆 火化 丧事 灵堂 骨灰 迁坟 坟墓 治丧 土葬 陵园 殡葬改革 搭灵棚 祖坟 办丧事',
  },
  {
    code: 'homeless',
    name: '流浪乞讨救助',
    level2: '社会服务',
    lead: 'civil-affairs',
    assist: ['city-management', 'police'],
    words: '流浪 乞讨 救助站 流浪汉 乞丐 流浪人员 走失老人 流浪儿童',
  },
  {
    code: 'community-affairs',
    name: '社区服务、居委会工作',
    level2: '基层选举和社区建设',
    lead: 'village',
    words:
      '居委会 社区服务中心 社区活动室 社区建设 社区居委会 社区干部 社区书记 社区工作人员 社区开证明 社区不开证明',
  },
  {
    code: 'village-election',
    name: '村委会、居委会选举',
    level2: '基层选举和社区建设',
    lead: 'street',
    assist: ['civil-affairs', 'organisation'],
    words: '村委会选举 换届 居委会选举 贿选 村委换届 换届选举 拉票 选举 村主任选举 村民代表',
  },
  {
    code: 'place-names',
    name: '地名、门牌、区划调整',
    level2: '区划地名',
    lead: 'civil-affairs',
    words:
      '门牌 门牌号 地名 行政区划 路牌 区划调整 路名 路名牌 边界纠纷 合村并组 撤县设区 撤县建市 更名 并村 乡镇合并 区域划分',
  },
  {
    code: 'veterans',
    name: '退役军人安置、优抚',
    level2: '优抚',
    lead: 'veterans',
    words:
      '退役军人 退伍 优抚 复员 转业 参战 退伍军人 伤残军人 复退军人 退伍兵 烈士 军属 义务兵 退役士兵 转业干部 对越自卫反击战 参战老兵 优抚对象 烈属 军人 老兵 志愿兵 士官 伤残抚恤 两参 抗美援朝 现役',
  },
  {
    code: 'resettled-soldiers',
    name: '复退军人工作安置',
    level2: '复退安置',
    lead: 'veterans',
    words:
      '安置工作 转业安置 退役安置 退伍安置 军转干部 军休 军转 士兵安置 企业军转干部 自主择业 退伍军人安置',
  },
  {
    code: 'relief',
    name: '救灾、捐赠',
    level2: '救灾募捐',
    lead: 'emergency',
    assist: ['civil-affairs'],
    words: '救灾 灾后重建 捐款 受灾 募捐 慈善 捐赠 救灾款 灾民 水灾 众筹 红十字会 灾害 洪灾 倒房',
  },
  {
    code: 'societies',
    name: '社会组织、协会登记',
    level2: '民间组织',
    lead: 'civil-affairs',
    words: '社团登记 民间组织 社会组织 民办非企业 协会登记 志愿者 志愿服务 商会 基金会',
  },
])

export const countryside = matters('农村农业', [
  {
    code: 'village-accounts',
    name: '村务公开、村级财务',
    level2: '村务管理',
    lead: 'street',
    assist: ['agriculture'],
    words:
      '村务公开 村账 集体资产 集体财务 财务公开 村干部 村级债务 村务 村主任 村支两委 村书记 集体经济 村集体 村财务 村组干部 生产队',
  },
  {
    code: 'village-path',
    name: '村内小型公共设施',
    level2: '村务管理',
    lead: 'village',
    words: '村里广场 村组路灯 组道 屋场 村里水井 村民小组会 公共水井 村里活动室',
  },
  {
    code: 'land-contract',
    name: '土地承包、流转',
    level2: '土地承包经营',
    lead: 'agriculture',
    words:
      '土地承包 土地流转 承包地 责任田 承包合同 土地确权 责任山 承包权 田土 土地承包经营权 自留地 自留山 稻田 二轮承包 经营权证',
  },
  {
    code: 'homestead',
    name: '宅基地',
    level2: '土地承包经营',
    lead: 'agriculture',
    assist: ['natural-resources'],
    words: '宅基地 宅基地纠纷 宅基地确权 屋基 宅基地证 宅基证 地基 宅基地审批',
  },
  {
    code: 'farm-subsidy',
    name: '种粮补贴、农机补贴',
    level2: '惠农补贴',
    lead: 'agriculture',
    words:
      '粮食补贴 种粮补贴 农机补贴 惠农补贴 粮补 地力补贴 粮食直补 惠农 良种补贴 农业补贴 农补 惠农政策 一卡通 种粮大户 补贴款',
  },
  {
    code: 'poverty',
    name: '扶贫、乡村振兴',
    level2: '扶贫开发',
    lead: 'agriculture',
    words:
      '贫困户 扶贫 乡村振兴 精准扶贫 易地搬迁 建档立卡 易地扶贫搬迁 扶贫资金 脱贫 贫困村 驻村 扶贫办 扶贫款 脱贫攻坚 扶贫工作',
  },
  {
    code: 'irrigation',
    name: '水利设施、防汛抗旱',
    level2: '水利水电',
    lead: 'water-affairs',
    words:
      '水库 灌溉 水利 防汛 河堤 渠道 抗旱 水渠 山塘 堤坝 清淤 河道 水利局 溪流 防洪 大坝 农田水利 水利设施 河道治理 洪水 水电站 安全饮水 人畜饮水 渠 机井 泵站 防洪堤 河长',
  },
  {
    code: 'flood-danger',
    name: '堤坝险情',
    level2: '水利水电',
    lead: 'water-affairs',
    assist: ['emergency'],
    limitClass: 'emergency',
    words: '溃堤 管涌 决口 堤坝渗漏 溃坝 水库险情',
  },
  {
    code: 'reservoir-migrants',
    name: '水库移民补偿',
    level2: '水库移民',
    lead: 'water-affairs',
    limitClass: 'complex',
    words: '水库移民 移民补偿 移民后扶 移民 移民局 移民款 后期扶持 库区 移民安置 库区移民',
  },
  {
    code: 'forestry',
    name: '林地林权、森林防火',
    level2: '林业管理',
    lead: 'natural-resources',
    words:
      '林权 林地 砍伐 森林防火 退耕还林 林场 林业局 林权证 山林 滥伐 林业 盗伐 公益林 山林纠纷 生态林 护林员 偷伐 树木砍伐 竹林 松材线虫 木材',
  },
  {
    code: 'animal-disease',
    name: '动物疫情、病死畜禽',
    level2: '动物防疫',
    lead: 'agriculture',
    assist: ['health'],
    limitClass: 'emergency',
    words: '猪瘟 禽流感 动物疫情 非洲猪瘟 口蹄疫 兽医 畜牧局 扑杀 动物防疫 病死畜禽 畜牧',
  },
  {
    code: 'farm-supplies',
    name: '农药种子、农技服务',
    level2: '农资农技',
    lead: 'agriculture',
    words:
      '农药 种子 化肥 农资 假种子 农技站 农技推广 农机 农机站 收割机 肥料 农业技术 拖拉机 杂交水稻 除草剂',
  },
  {
    code: 'farm-sales',
    name: '农产品销售、粮食收购',
    level2: '农副产品流通',
    lead: 'agriculture',
    assist: ['industry-commerce'],
    words: '农产品 粮食收购 滞销 粮库 粮站 粮食局 收购价 卖粮难 烟农 烟叶 茶油 农副产品 柑橘 打白条 收粮',
  },
  {
    code: 'wildlife',
    name: '野生动植物保护、非法捕捞',
    level2: '野生资源管理',
    lead: 'natural-resources',
    assist: ['agriculture'],
    words: '野生动物 非法捕捞 电鱼 毒鱼 打鸟 捕猎 野猪 捕鱼 电打鱼 炸鱼 渔民 偷猎 野味 禁渔 娃娃鱼',
  },
  {
    code: 'state-farm',
    name: '农垦农场',
    level2: '农垦农场',
    lead: 'agriculture',
    words: '农场 农垦 园艺场 国营农场 农场职工 茶场 原种场 渔场 垦区',
  },
])
