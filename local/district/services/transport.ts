import { matters, when } from './matter'

/** 交通运输. */
export const transport = matters('交通运输', [
  {
    code: 'taxi',
    name: '出租车服务、拒载绕路',
    level2: '出租车管理',
    lead: 'transport',
    words:
      '出租车 的士 打表 拒载 不打表 的士司机 出租车司机 绕路 拼客 出租车公司 打车 的哥 起步价 拼车 的士车 出租车经营权 出租车行业 出租汽车 打的 计价器 燃油附加费 份子钱 宰客',
    questions: [{ id: 'plate', label: '车牌号（记得的话）' }],
  },
  {
    code: 'ride-hailing',
    name: '网约车、黑车',
    level2: '出租车管理',
    lead: 'transport',
    assist: ['police'],
    words:
      '网约车 滴滴 黑车 非法营运 顺风车 摩的 网约车司机 非法载客 网约车平台 黑的 三轮车 慢慢游 电动三轮 载客 非法运营 拉客',
  },
  {
    code: 'courier',
    name: '快递、邮政投递',
    level2: '邮政管理',
    lead: 'transport',
    assist: ['market'],
    words:
      '快递 邮政 快递员 包裹 取件 派件 投递 快递公司 快件 邮局 驿站 快递费 圆通 申通 中通 韵达 顺丰 邮政快递 拿快递 取件费 邮件 快递柜 收件费 EMS 寄件 代收点 邮递员 挂号信 快递点 取快递 平信 中国邮政 菜鸟驿站 物流 百世汇通 天天快递 极兔 邮政局 邮政储蓄 邮编',
  },
  {
    code: 'coach',
    name: '长途客运、农村班车',
    level2: '客货运输',
    lead: 'transport',
    words:
      '客运 班车 汽车站 长途车 客运站 班线 农村客运 客车 中巴车 城乡客运 大巴 客运公司 客运班线 车站 线路经营权 火车站 火车票 春运 高铁站 票务 改签 客运车 中巴 站台 始发 乘客 售票 高铁 机场 航班 动车 列车',
  },
  {
    code: 'freight',
    name: '货运、超限超载',
    level2: '客货运输',
    lead: 'transport',
    assist: ['traffic-police'],
    words:
      '货车 超载 大货车 道路运输证 从业资格证 货运 营运证 渣土车超载 超限 治超 运管所 运政 运管 拉货 货车司机 营运 运输证 运管局 罚款单 二级维护 道路运输 运输管理 驾培 治超站 高速公路入口',
  },
  {
    code: 'road-repair',
    name: '道路坑洼破损、修路',
    level2: '建设管理',
    lead: 'transport',
    assist: ['housing'],
    words:
      '修路 坑坑洼洼 路面破损 公路 坑洼 道路破损 道路损坏 省道 国道 县道 路面损坏 路烂 破损不堪 路况 破烂不堪 桥梁 道路维修 损毁 路面 水泥路 马路 村道 村村通 坑洞 通村公路 断桥 大桥 公路局 硬化 道路硬化 拓宽 烂路 车辙 修桥 路基 沥青路 危桥 组级公路 道路建设 乡村公路 塌方 泥泞 路政 通车 修建道路 道路不通 交通要道 路难行 路难走',
    questions: [when],
  },
  {
    code: 'traffic-planning',
    name: '交通规划、路网建设',
    level2: '建设管理',
    lead: 'transport',
    words:
      '高速公路 互通 收费站 铁路 过路费 交通规划 公路规划 高速路 出口 连接线 绕城线 通行费 高速出入口 跨江大桥 ETC 路网 环线 快速路 过桥费 高速 匝道 交通建设 隧道 公路收费 道路规划 涵洞 公路建设',
  },
])
