// Employers that posts often name only by a brand, a mail domain or a team: name as written in Chinese posts,
// other spellings, and the domains their mail comes from.

const rows: readonly (readonly [name: string, spellings: string, domains: string])[] = [
  ['字节跳动', 'bytedance, 字节', 'bytedance.com'],
  ['TikTok', '', 'tiktok.com'],
  ['抖音', '', ''],
  ['飞书', '', ''],
  ['腾讯', 'tencent', 'tencent.com'],
  ['阿里巴巴', 'alibaba, 阿里', 'alibaba-inc.com'],
  ['阿里云', '', ''],
  ['蚂蚁集团', '蚂蚁金服, 蚂蚁, ant group', 'antgroup.com, antfin.com'],
  ['淘天集团', '淘宝, 天猫', ''],
  ['高德', '高德地图', ''],
  ['钉钉', '', ''],
  ['菜鸟', '菜鸟网络', ''],
  ['饿了么', '', ''],
  ['百度网盘', '', ''],
  ['百度', 'baidu', 'baidu.com'],
  ['美团', 'meituan', 'meituan.com'],
  ['拼多多', 'pdd, temu', 'pinduoduo.com'],
  ['京东', 'jd', 'jd.com'],
  ['滴滴', '滴滴出行', 'didiglobal.com, didichuxing.com'],
  ['快手', 'kuaishou', 'kuaishou.com'],
  ['小红书', 'xiaohongshu', 'xiaohongshu.com'],
  ['哔哩哔哩', 'bilibili, b站', 'bilibili.com'],
  ['网易', 'netease', 'corp.netease.com, netease.com'],
  ['小米', 'xiaomi', 'xiaomi.com'],
  ['华为', 'huawei', 'huawei.com'],
  ['荣耀', '', 'honor.com'],
  ['联想', 'lenovo', 'lenovo.com'],
  ['大疆', 'dji', 'dji.com'],
  ['商汤', 'sensetime, 商汤科技', 'sensetime.com'],
  ['旷视', 'megvii', 'megvii.com'],
  ['科大讯飞', '讯飞', 'iflytek.com'],
  ['智谱', '智谱ai, 智谱华章', 'zhipuai.cn'],
  ['月之暗面', 'moonshot, kimi', 'moonshot.cn'],
  ['DeepSeek', '深度求索', 'deepseek.com'],
  ['MiniMax', '稀宇科技', 'minimaxi.com'],
  ['阶跃星辰', '', 'stepfun.com'],
  ['零一万物', '', '01.ai'],
  ['百川智能', '', ''],
  ['携程', 'ctrip, trip.com', 'ctrip.com, trip.com'],
  ['同程', '同程旅行', ''],
  ['去哪儿', '', 'qunar.com'],
  ['知乎', 'zhihu', 'zhihu.com'],
  ['得物', 'poizon', 'dewu.com, shizhuang-inc.com'],
  ['唯品会', 'vipshop', 'vipshop.com'],
  ['米哈游', 'mihoyo', 'mihoyo.com'],
  ['莉莉丝', '', 'lilith.com'],
  ['完美世界', '', ''],
  ['三七互娱', '', '37.com'],
  ['虾皮', 'shopee', 'shopee.com'],
  ['微软', 'microsoft', 'microsoft.com'],
  ['谷歌', 'google', 'google.com'],
  ['亚马逊', 'amazon', 'amazon.com'],
  ['苹果', 'apple', 'apple.com'],
  ['英伟达', 'nvidia', 'nvidia.com'],
  ['英特尔', 'intel', 'intel.com'],
  ['三星', 'samsung', 'samsung.com'],
  ['平安', '平安科技, 中国平安', 'pingan.com.cn'],
  ['招商银行', '', 'cmbchina.com'],
  ['微众银行', 'webank', 'webank.com'],
  ['中兴', '中兴通讯', 'zte.com.cn'],
  ['理想汽车', '', 'lixiang.com'],
  ['蔚来', 'nio', 'nio.com'],
  ['小鹏汽车', '小鹏', 'xiaopeng.com'],
  ['比亚迪', 'byd', 'byd.com'],
  ['宇树科技', 'unitree', 'unitree.com'],
  ['地平线', '', 'horizon.ai, horizon.cc'],
  ['360', '三六零, 奇虎', '360.cn'],
  ['金山', '金山办公, 金山云', 'kingsoft.com'],
  ['深信服', '', 'sangfor.com.cn'],
  ['奇安信', '', 'qianxin.com'],
  ['PingCAP', '', 'pingcap.com'],
  ['Shopee', '', ''],
  ['OKX', 'okex, 欧易', 'okx.com, okcoin.com'],
  ['Binance', '币安', 'binance.com'],
  ['Bybit', '', 'bybit.com'],
  ['Bitget', '', 'bitget.com'],
  ['Gate.io', '', ''],
  ['火币', 'huobi, htx', 'huobi.com'],
  ['imToken', '', 'token.im'],
];

/** Every spelling with the length-independent fact that it names an employer. */
export const companySpellings: readonly string[] = rows.flatMap(([name, spellings]) => [
  name,
  ...(spellings === '' ? [] : spellings.split(', ')),
]);

const bySpelling = new Map(
  rows
    .toReversed()
    .flatMap(([name, spellings]) =>
      [name, ...(spellings === '' ? [] : spellings.split(', '))].map((spelling) => [
        spelling.toLowerCase(),
        name,
      ]),
    ),
);

/** The employer of exactly this name, in any spelling, in its first one. */
export const employerOf = (spelling: string): string | undefined => bySpelling.get(spelling.toLowerCase());

const byDomain = new Map(
  rows.flatMap(([name, , domains]) =>
    domains === '' ? [] : domains.split(', ').map((domain) => [domain, name]),
  ),
);

/** The employer whose mail comes from `domain` or a part of it. */
export function companyOfDomain(domain: string): string | undefined {
  const parts = domain.toLowerCase().split('.');
  for (let at = 0; at < parts.length - 1; at += 1) {
    const name = byDomain.get(parts.slice(at).join('.'));
    if (name !== undefined) return name;
  }
  return undefined;
}
