// The words that tell one kind of fact from another in short phrases: roles, ways of working, contracts, tags.
// Several readers share them; each list is plain data.

/** The noun a job title turns on. */
export const englishRole =
  /\b(?:engineers?|engineering|developers?|devs?|programmers?|architects?|scientists?|researchers?|designers?|managers?|leads?|directors?|analysts?|head of|vp|cto|cpo|cmo|coo|ceo|sres?|devops|administrators?|sysadmins?|interns?|internships?|consultants?|specialists?|executives?|recruiters?|writers?|editors?|marketers?|marketing|strategists?|technicians?|operators?|associates?|coordinators?|evangelists?|advocates?|representatives?|accountants?|testers?|qa|swes?|mles?|sdes?|full[- ]?stack|back[- ]?end|front[- ]?end|partner|quants?|traders?|postdocs?|hackers?|owners?|growth|designer|product design|infra eng|eng|dba|professional|officer|assistant|translator|producer|artist|animator|teacher|tutor|copywriter|sdrs?|aes?)\b/iu;

export const chineseRole =
  /工程师|工程師|研发|开发(?!区|者大会)|負責人|负责人|经理|主管|总监|专家|架构师|设计师|实习生|运维|测试|产品(?!线|力)|运营|研究员|科学家|助理|专员|算法|前端|后端|後端|服务端|客户端|全栈|程序员|顾问|编辑|客服|分析师|交易员|合伙人|讲师|老师|猎头(?![直推勿职])|HRBP|\bHR\b|leader\b|\blead\b|\bDBA\b|\bSRE\b|技术支持|策划|美术|财务|会计|销售|商务|\bBD\b|开发者|学徒|师(?=$|[\s,()/、])|\bengineer|\bdeveloper|\bmanager|\bdesigner/iu;

/** Roles strong enough to make a phrase a title wherever it stands. */
export const strongChineseRole =
  /(?:工程师|工程師|负责人|負責人|经理|主管|总监|专家|架构师|设计师|实习生|研究员|科学家|助理|专员|程序员|分析师|交易员|合伙人|开发者|顾问)/u;

export const remoteWord =
  /\bremote(?:ly)?\b|\bwfh\b|\bdistributed\b|\banywhere\b|远程|遠端|远端|居家办公|在家办公|线上办公/iu;
export const hybridWord = /\bhybrid\b|混合办公|混合/iu;
export const onsiteWord =
  /\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b|坐班|现场办公|线下|全职现场|驻场/iu;

/** Words that describe the terms of a job and never name it, a company or a place. */
export const termWords =
  /\b(?:100%|110%|full[- ]?time|part[- ]?time|fully|mostly|partially|optional|ok|okay|possible|allowed|friendly|first|only|preferred|or|and|in|based|hq|base|visa|sponsorship|available|relocation|assistance|provided|remote(?:ly)?(?! sens)|on[- ]?site|hybrid|in[- ]office|in[- ]person|wfh|anywhere|worldwide|global|full[- ]?time|part[- ]?time|contract(?:ors?)?|contract to hire|freelance|permanent|perm|equity|competitive|salary|citizens?|multiple|various|several|positions?|roles?|openings?|jobs?|hiring|time ?zones?|hours|utc|gmt|est|pst|cet|et|pt|ft|w2|c2c|no|flexible|async|travel|days?|per|a|week|the|from|work|to|with|at)\b|远程|遠端|远端|居家办公|居家|办公|全职|兼职|社招|校招|内推|直招|急招|急聘|急|招聘|诚聘|招|线上|线下|坐班|\d{1,2}(?:[-~]\d{1,2})?年(?:以上)?(?:经验)?|本科|硕士|博士(?![后生])|大专|学历|现场|工作地点|地点|坐标|(?<![A-Za-z])base(?![A-Za-z])|支持|部分岗位|岗位|长期有效|长期|有效|全球|纯远程|全远程|全远端|或|和|及|不限|面议|驻场|双休|大小周|五险一金|六险一金|全额|缴纳|1[2-9]薪|薪水|薪资|薪酬|月薪|年薪|时薪|日薪|外企|双休|徵才|年轻团队|hc|薪/giu;

/** A company or agency that does not give its name. */
export const anonymous =
  /^某|某(?:大型|知名|头部|上市|互联网|公司)|^(?:stealth|confidential|undisclosed|a stealth|an? (?:early|seed|series|well|yc|web3|startup))|(?:头部|知名|大型|顶级|top\s?\d*|全球|领先|初创|创业|海外|国内).{0,16}(?:公司|团队|交易所|企业|集团|平台|项目|大厂|机构)$|[、/+].{0,20}公司$|^(?:初创|保密|匿名|fintech|web3|ai|出海|自研|外企|国企|央企|大厂|金融|医疗|教育|游戏)(?:应用|产品|项目)?$|\d\s?[kKuU]\b|薪|usd|rmb|@|^(?:cmc )?top\s?\d*|交易所$|^(?:web3|defi|cex|dex|crypto|fintech|ai|游戏|金融|区块链|外企|创业|初创|科技)?\s?(?:公司|团队|集团|项目|startup|company|exchange)$/iu;
