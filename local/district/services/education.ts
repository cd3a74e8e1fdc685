import { matters } from './matter'

/** 教育文体. */
export const education = matters('教育文体', [
  {
    code: 'enrolment',
    name: '入学、学区、转学',
    level2: '考试招生',
    lead: 'education',
    words:
      '入学 学区 招生 学位 学区房 转学 小升初 就近入学 录取 幼升小 择校 划片 片区划分 借读 学籍 随迁子女 就读 招生计划 上学难 读书难 幼儿园入园 入园 入学条件 学区划分 入学难 生源 读书 志愿 分数线 随迁 上学 指标生 定向生 艺考 入学政策 转校 义务教育 就学 没有学校上',
  },
  {
    code: 'exams',
    name: '中考高考、考试纪律',
    level2: '考试招生',
    lead: 'education',
    words:
      '高考 中考 会考 普通话考试 学业水平考试 考研 成绩 作弊 加分 自考 成人高考 统考 学考 自学考试 高考移民 高考报名 考点 期末考试 单招 考场 体育中考 舞弊',
  },
  {
    code: 'paid-tutoring',
    name: '违规补课',
    level2: '教育行政管理',
    lead: 'education',
    words:
      '补课 有偿补课 违规补课 补课费 在职教师补课 家教 暑假补课 寒假补课 晚自习 周末补课 强制补课 收费补课 补课班 假期补课 办补习班',
  },
  {
    code: 'school-fees',
    name: '学校收费',
    level2: '教育收费',
    lead: 'education',
    assist: ['market'],
    words:
      '学费 书本费 校服 学校收费 住宿费 资料费 捐资助学 择校费 托管费 学杂费 伙食费 保教费 班费 建校费 校服费 教辅资料 校讯通 赞助费 资料 教辅 订阅',
  },
  {
    code: 'training-school',
    name: '校外培训、退费',
    level2: '教育行政管理',
    lead: 'education',
    assist: ['market'],
    words:
      '培训机构 校外培训 培训班 辅导班 兴趣班 早教 培训学校 辅导机构 教育机构 教育培训 托管班 托管机构 校外机构 艺术培训 课程费 英语培训 早教中心 午托',
  },
  {
    code: 'kindergarten',
    name: '幼儿园',
    level2: '教育行政管理',
    lead: 'education',
    words: '幼儿园 幼师 普惠性 学前教育 公办幼儿园 民办幼儿园 幼儿教师 小区幼儿园 配套幼儿园 幼教 幼儿',
  },
  {
    code: 'school-safety',
    name: '校园安全、欺凌',
    level2: '教育行政管理',
    lead: 'education',
    assist: ['police'],
    words:
      '校园安全 校园欺凌 体罚 校门口 殴打学生 校车 霸凌 学生安全 打学生 学校食堂 校园暴力 食堂 宿舍 小卖部 寝室 打骂学生 校内 被同学打',
  },
  {
    code: 'school-management',
    name: '学校管理、教学质量',
    level2: '教育行政管理',
    lead: 'education',
    words:
      '学校 教育局 老师 班主任 教学 校长 民办学校 教学质量 教育质量 素质教育 作业 学生 家长 教育 中学 小学 初中 高中 大学 学院 一中 二中 三中 年级 办学 中小学 开学 学校领导 班级 上课 学生负担 教育厅 私立学校 公办学校 教育部门 学期 教材 职业学校 技校 课程 毕业证 大班额 分班 教育资源 校区 重点班 早自习 完小 实验中学 实验小学 教育部 同学 校方 军训 补习 手机进校园 师德 学风 寒假 暑假 双减 家长会 家委会 校友 学生会 职院 中专 研究生 本科 教育强区 毕业论文 文凭 高校',
  },
  {
    code: 'school-building',
    name: '学校建设、教育配套',
    level2: '教育体制',
    lead: 'education',
    assist: ['natural-resources'],
    words:
      '新建学校 学校建设 教育配套 配套学校 学校撤并 撤点并校 学校搬迁 教学楼 学校操场 扩建学校 建学校 配套小学 教学点 教育规划 学校布局 校舍 合校 小学一直没建',
  },
  {
    code: 'teachers',
    name: '教师待遇、编制',
    level2: '教师队伍和待遇',
    lead: 'education',
    assist: ['human-resources'],
    words:
      '教师 代课教师 教师工资 教师编制 特岗教师 民办教师 教师招聘 教师待遇 乡村教师 教师资格证 代课老师 教师职称 教师津贴 退休教师 特岗 教师资格 教师队伍 班主任津贴 支教 乡村教师补贴 幼儿教师待遇 教龄 教师绩效 师资 师资力量 骨干教师 免费师范生 师范 名师 选调教师 教职工 城区教师 师范生 临聘教师 民师',
  },
  {
    code: 'student-aid',
    name: '助学金、失学救助',
    level2: '失学辍学',
    lead: 'education',
    assist: ['civil-affairs'],
    words:
      '助学金 助学贷款 贫困学生 辍学 失学 奖学金 贫困生 生源地贷款 雨露计划 营养餐 控辍保学 希望工程 留守儿童 教育救助 贫困大学生 免学费',
  },
  {
    code: 'culture',
    name: '图书馆、文化活动、网吧',
    level2: '文化',
    lead: 'culture-tourism',
    words:
      '图书馆 文化馆 网吧 文化活动 农家书屋 文化广场 非物质文化遗产 非遗 演出 电影院 花鼓戏 剧团 博物馆 民俗 文化市场 电影公司 文化站 书店 戏曲 影院 文化局 放映员 青少年宫 祠堂文化 文化遗产 电视台 文化 文艺 舞台 书法 美术 地方戏',
  },
  {
    code: 'sports',
    name: '体育场馆、健身器材',
    level2: '体育',
    lead: 'culture-tourism',
    words:
      '健身器材 体育馆 体育场 篮球场 足球场 游泳馆 健身房 体育局 全民健身 体育设施 健身设施 运动场 体育彩票 足球 体育中心 体育 马拉松 篮球 运动员 羽毛球 乒乓球 球场 健身 武术 游泳池 溺水',
  },
  {
    code: 'relics',
    name: '文物、古建筑保护',
    level2: '文物管理',
    lead: 'culture-tourism',
    words:
      '文物 古建筑 古墓 文物保护 故居 古村落 遗址 古街 古城墙 古镇 文物局 老街 古树名木 古民居 古城 古塔 古迹 名人故居 历史文化 古宅 盗墓 烈士墓 文保单位',
  },
])
