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
    傻逼|傻比|傻叉|煞笔|傻屄|沙雕客服|操你|草你妈|操你妈|肏你|干你娘|幹你娘|干你妈|你妈死|死全家|死妈|王八蛋|混蛋|贱人|狗东西|狗娘养|他妈的骗子|去你妈|滚蛋|滚开
    ^ 滚 $
    你们|你|这帮|这群|一群 是? 都是|就是|真是|全是|个|些? 废物|垃圾|白痴|弱智|脑残|畜生|骗子公司|蠢货|蠢猪|笨蛋
    杀|殺|弄死|砍死|打死|宰 了? 你
    去死
  `,
  noAbuse: `
    我 是|真是|像|觉得自己 ..3
    不是
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
