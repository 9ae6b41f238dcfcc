import { minuteOfDay, type Day } from '../promises.ts'
import type { SignalLexiconSource } from './lexicon.ts'

const numbers: Readonly<Record<string, number>> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十五: 15,
  二十: 20,
  三十: 30,
}
const count = String.raw`(\d{1,3}|${Object.keys(numbers)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`
const countOf = (word: string | undefined) => numbers[word ?? ''] ?? Number(word)
const weekdays = ['一', '二', '三', '四', '五', '六', '[日天]']
const weekday = (name: string, index: number): readonly [RegExp, Day] => [
  new RegExp(String.raw`(?<!上个?)(?:周|星期|礼拜)${name}`),
  { kind: 'weekday', weekday: index },
]

/** Written in Simplified characters: messages in either script fold to them. */
export const chinese: SignalLexiconSource = {
  language: 'zh',
  lists: {
    INSULT:
      '废物|白痴|弱智|脑残|智障|畜生|蠢货|蠢猪|蠢驴|笨蛋|笨猪|傻子|傻蛋|骗子|强盗|小偷|奸商|无赖|流氓|饭桶|窝囊废|人渣|败类|猪脑子|二百五|神经病|变态|骗子公司|黑心商家',
    CROWD: '一群|一帮|这群|这帮|那群|那帮|一伙|这伙|群|帮|伙',
    VILE: '没用的|无能的|该死的|没脑子的|不要脸的|黑心的|无耻的|死|臭|大|狗屁',
    WHOLE: '全都|都|全|简直|真的|真|根本|就|不过|统统|果然',
    PERSON: '真人|人工|活人|真人客服|人工客服|客服人员|客服专员|专员|人工服务',
    BOSS: '经理|主管|领导|负责人|老板|店长|上司|上级|总经理|老总',
    WE: '我|我们|我这边|我们这边|同事|专员|这边|客服',
    ACT: '回复|答复|联系|回电|打电话|致电|通知|告知|确认|跟进|反馈|反饋|回覆|给您消息|给你消息|回您|给您答案|打给',
  },
  asksPerson: `
    转|接|找|要|叫|换|联系|帮我转|帮我接|请转|转接 一下|到|给|成? 个|位|一个|一位? $PERSON
    和|跟|与|想跟|想和 个|位|一个|一位|你们的|你们? $PERSON|人 说话|聊|谈|讲|沟通|通话|对话
    有|有没有 没有|个? $PERSON 吗|可以|能|么|在
    ^$PERSON$
    ^ 转 人工|真人
    不想|不要 跟|和|再跟 机器人|机器 说|聊|讲|谈
  `,
  asksManager: `
    找|叫|要|转|接|请|见|让 一下|到|给? 你们|你|您|贵公司? 的|这里的|这边的? $BOSS
    和|跟|与|想跟|想和 你们|你|您? 的? $BOSS 说|谈|讲|沟通|通话|反映|聊|对话
    $BOSS 呢|在哪|在吗|出来
    你们 的? $BOSS 是谁|电话
  `,
  asksNobody: `
    不|别|不用|不需要|不想|无需|没必要|不必|没有必要|不要 再? 要|用|想|需要|必? 找|转|接|叫|见|联系|跟|和|帮我转|转接 ..4 $PERSON|$BOSS
    不用|不需要|无需|没必要 ..4 $PERSON|$BOSS
    已经|刚才|刚刚|昨天|上次|之前 ..6 $PERSON|$BOSS
    找|问|联系|转 过|了 ..4 $PERSON|$BOSS
    如果|要是|为什么|怎么
  `,
  abuse: `
    傻逼|傻比|傻叉|煞笔|傻屄|沙雕客服|操你|草你妈|操你妈|肏你|干你娘|幹你娘|干你妈|日你妈|艹你|你妈死|死全家|全家死|死妈|王八蛋|混蛋|贱人|狗东西|狗娘养|狗日的|他妈的骗子|去你妈|去你大爷|你妈逼|滚蛋|滚开|滚出去|滚远点|给我滚|快滚|滚犊子|nmsl|cnmb
    ^ 滚 $
    ^ 滚吧 $
    你们|你 $WHOLE? 是 $WHOLE? $CROWD|个|些|什么? $VILE? $INSULT
    你们|你 $CROWD|这个|个|这些|这种|真是|就是|都是|全是 $VILE? $INSULT
    你们|你 这些|这群|这帮? 人|客服|公司|商家|员工 $WHOLE? 是? $CROWD|些|个? $VILE? $INSULT
    你们|你 $VILE? 废物|白痴|脑残|蠢货|骗子|笨蛋|畜生
    你们|你 这群|这帮|这个|都是|全是|就是|真是|是|是群|是帮|都是群 $VILE? 垃圾 $
    垃圾人|垃圾客服|垃圾公司|垃圾商家|脑残客服|白痴客服|智障客服|弱智客服|死骗子|臭骗子|大骗子
    ^ $CROWD $VILE? $INSULT|垃圾
    ^ $VILE? 骗子|白痴|神经病|废物|蠢货|奸商|脑残|智障 $
    你|你们|客服 是不是|脑子|怎么这么|都|真|真的|也太|太 傻|蠢|有病|进水|坏了|瞎|贱
    你|你们 有病|神经病|傻|脑子有病 吧|吗|啊|呀
    你|你们 眼睛|眼|耳朵 是不是|都|是? 瞎|聋
    脑子|脑袋 有病|有问题|进水|被驴踢 的|了|吧|吗
    你|你们|公司|客服 $WHOLE|真是|太|也太|可真? 不要脸|无耻|没良心|丧良心|缺德|没人性
    杀|殺|弄死|砍死|打死|宰|揍|捅|干掉|做掉|整死 了|死? 你
    找人 弄|打|砍|收拾|搞 死? 你
    知道 你|你们 家|住 在? 哪
    去死
    不得好死|断子绝孙|全家死光|出门被车撞
  `,
  noAbuse: `
    我 是|真是|像|觉得自己 ..3
    你们|你|我|并|也|又|都|绝对|当然|应该 不是
    ^ 不是
    说 你们|你 是
  `,
  promises: `
    $WE 会|将|再|马上|稍后|来|先|尽快|一定|就|在? ..9 $ACT
    会|将 ..8 $ACT 您|你
    $WE ..9 发 ..6 发票|链接|照片|图片|邮件|资料|报价|文件|单号|截图
    会|将 给|跟|与|和|为|帮 您|你 ..4 $ACT
    给|跟|与 您|你 ..2 $ACT
    内|前|后|天 $ACT 您|你
    ..8 会 ..4 收到 ..3 回复|答复|通知|反馈
  `,
  promisesNothing: `
    不会|不能|没法|无法|没办法|如果|要是|若是|可能|也许|尽量|不用|无需|别|能不能|是否|需要我|没有|还没|请您|麻烦您|您可以
    吗|呢|么 $
  `,
  times: {
    offsets: [
      [new RegExp(String.raw`${count} ?(?:分钟)(?:之?内|以内|之?后|左右)?`), ([, number]) => countOf(number)],
      [
        new RegExp(String.raw`${count} ?(?:个)?(?:小时|钟头)半?(?:之?内|以内|之?后|左右)`),
        ([, number]) => countOf(number) * 60,
      ],
      [
        new RegExp(String.raw`${count} ?(?:天|日|个工作日)(?:之?内|以内|之?后)`),
        ([, number]) => countOf(number) * 1440,
      ],
    ],
    days: [
      [/后天/, { kind: 'day', days: 2 }],
      [/明(?:天|早|晚|日)/, { kind: 'day', days: 1 }],
      [/今(?:天|晚|日)/, { kind: 'day', days: 0 }],
      [/下班前/, { kind: 'day', days: 0 }],
      ...weekdays.map(weekday),
      [/下(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天])/, { kind: 'week', weeks: 1 }],
      [/(?:本|这)(?:个)?(?:周|星期)(?:内|之内|末)?|周末/, { kind: 'week', weeks: 0 }],
    ],
    parts: [
      [/早上|上午|明早/, 12 * 60],
      [/中午/, 14 * 60],
      [/下午/, 18 * 60],
      [/晚上|今晚|明晚/, 1440],
      [/下班前/, 20 * 60],
    ],
    clocks: [
      [
        new RegExp(
          String.raw`(早上|上午|中午|下午|晚上|今晚|明晚|明早)? ?${count} ?点(半|钟)?(?:前|之前|左右)?`,
        ),
        ([, part = '', hour, half]) =>
          minuteOfDay(
            String(countOf(hour)),
            half === '半' ? '30' : '0',
            /下午|晚/.test(part) ? 'pm' : /早|上午/.test(part) ? 'am' : 'likely',
          ),
      ],
    ],
  },
}
