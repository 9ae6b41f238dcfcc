import { describe, expect, it } from 'vitest'
import { apply, records } from '../../support/database.ts'
import { ask, idsOf, message, openTown } from './town.ts'

interface Case {
  readonly script: string
  /** Found by the first, not by the second: each a query and the message that is or is not meant. */
  readonly text: string
  readonly finds: readonly string[]
  readonly misses: readonly string[]
}

/** A space at the end says that the last word is whole. */
const cases: readonly Case[] = [
  {
    script: 'German',
    text: 'Die Größe der Straßenlampe passt über­haupt nicht, schöne Grüße',
    finds: [
      'grosse ',
      'GRÖSSE ',
      'straßenlampe ',
      'strassenlampe ',
      'uberhaupt ',
      'schön*',
      '"schöne Grüße"',
    ],
    misses: ['lampe ', 'strasse ', '"Grüße schöne"', 'groesser '],
  },
  {
    script: 'French',
    text: 'L’été dernier, le cœur du garçon était très éprouvé. Ça va ?',
    finds: ['ete ', 'été ', 'coeur ', 'garcon ', '"le cœur du"', 'ca ', 'l’été '],
    misses: ['et ', 'gar ', '"cœur garçon"'],
  },
  {
    script: 'Spanish',
    text: '¿Mañana llega mi pedido? Señor Núñez, la dirección es ésta.',
    finds: ['manana ', 'senor nunez ', 'DIRECCIÓN ', 'mañ*'],
    misses: ['ana ', 'direcciones ', '"pedido mañana"'],
  },
  {
    script: 'Vietnamese',
    text: 'Tôi muốn hoàn tiền cho đơn hàng này',
    finds: ['hoan tien ', 'đơn hàng ', 'don hang ', 'DON '],
    misses: ['tienn ', '"hàng đơn"'],
  },
  {
    script: 'Turkish',
    text: 'İstanbul’a gelen siparişim kırık, IŞIK yanmıyor',
    finds: ['istanbul ', 'ISTANBUL ', 'siparisim ', 'kirik ', 'ışık ', 'isik ', 'şip*', 'sip*'],
    misses: ['tanbul ', 'ışıklar '],
  },
  {
    script: 'Cyrillic',
    text: 'Где мой заказ? Ёлка и чайник ещё не пришли, Київ',
    finds: ['заказ ', 'ЗАКАЗ ', 'елка ', 'ёлка ', 'чаиник ', 'еще ', 'київ ', 'зак*'],
    misses: ['каз ', 'заказы ', 'zakaz '],
  },
  {
    script: 'Greek',
    text: 'Η παραγγελία μου στην Αθήνα, ο δρόμος ΟΔΟΣ και όχι',
    finds: ['παραγγελια ', 'ΑΘΗΝΑ ', 'οδος ', 'δρομος ', 'παραγ*'],
    misses: ['αγγελια ', 'αθηναι '],
  },
  {
    script: 'Arabic',
    text: 'أريد اِسْتِرْجَاع مدرسة إلى أحمد ـــسلام رقم ٤٠٩١٧',
    finds: ['اريد ', 'استرجاع ', 'مدرسه ', 'الي احمد ', 'سلام ', '40917 ', 'است*'],
    misses: ['رجاع ', 'احمدي ', '4091 '],
  },
  {
    script: 'Hebrew',
    text: 'אני רוצה הֶחְזֵר על ההזמנה, שָׁלוֹם',
    finds: ['החזר ', 'שלום ', '"על ההזמנה"', 'ההז*'],
    misses: ['הזמנה ', 'חזר '],
  },
  {
    script: 'Hindi',
    text: 'मुझे क़लम ज़रूर चाहिए, हिन्दी में लिखें',
    finds: ['कलम ', 'क़लम ', 'जरूर ', 'हिन्दी ', 'हिन्*'],
    misses: ['लम ', 'हिन्द ', 'जर '],
  },
  {
    script: 'Thai',
    text: 'สวัสดีครับ ขอคืนเงินค่าสินค้า',
    finds: ['คืนเงิน', 'สินค้า', 'ขอ', 'สวัสดี'],
    misses: ['เงินคืน', 'ค้าสิน'],
  },
  {
    script: 'Chinese, Simplified',
    text: '我要退款，请尽快处理订单NL40917，谢谢',
    finds: ['退款', '退', '款', '请尽快', '請盡快', '订单', '單nl40917', '处理订单 退款', '谢'],
    misses: ['款退', '退货', '理单', '快处订'],
  },
  {
    script: 'Chinese, Traditional',
    text: '請問我的訂單號碼在哪裡？我要退貨',
    finds: ['訂單', '订单', '號碼', '退貨', '退货', '哪', '貨'],
    misses: ['單訂', '退款', '号单'],
  },
  {
    script: 'Kana',
    text: 'ラーメンの注文をｷｬﾝｾﾙしたいです。がっこう',
    finds: ['ラーメン', 'キャンセル', '注文を', 'したい', 'メ', 'がっこう', '注'],
    misses: ['ラメン', 'かっこう', 'ンメ'],
  },
  {
    script: 'Hangul',
    text: '주문을 취소하고 환불 받고 싶어요',
    finds: ['환불 ', '취소*', '주문', '"환불 받고"'],
    misses: ['소하고 ', '주문 ', '불 '],
  },
  {
    script: 'emoji',
    text: 'Great 👍🏽 thanks ❤️ family 👨‍👩‍👧 from 🇩🇪☎️',
    finds: ['👍', '👍🏿', '❤', '❤️', '👨‍👩‍👧', '🇩🇪', '☎', 'great👍'],
    misses: ['👎', '🇫🇷', '👨', '💔'],
  },
  {
    script: 'telephone numbers',
    text: 'Call me at +49 (170) 123-4567 or 0033 6 12 34 56 78, extension 12',
    finds: [
      '+49 170 1234567',
      '0170 1234567',
      '01701234567',
      '00491701234567',
      '1234567',
      '"170 123 4567"',
      '612345678',
      '+33612345678',
      '0612345678',
    ],
    misses: ['1701234568', '491701234', '123457', '6123456789'],
  },
  {
    script: 'order numbers and addresses',
    text: 'Order NL-40917/A, mail ana.keller@example.com, see https://shop.example/a?b=1, v2.10',
    finds: [
      'NL-40917',
      'nl 40917',
      '40917 ',
      'ana.keller@example.com',
      'example.com ',
      '"NL-40917/A"',
      '40917/a',
      'v2.10 ',
      '409*',
    ],
    misses: ['NL-4091 ', '0917 ', 'keller@ana ', 'NL40917'],
  },
]

describe('what is found in which script', () => {
  for (const { script, text, finds, misses } of cases)
    it(script, async () => {
      const town = openTown()
      apply(town.cache, records(message('m1', text), message('m2', 'xyz 000 zzz')))
      const found = async (reader: typeof town.reader, query: string) =>
        idsOf(await ask(reader, query)).includes('m1')
      await town.writer.finished()
      for (const reader of [town.reader, town.scanner]) {
        for (const query of finds) expect([query, await found(reader, query)]).toEqual([query, true])
        for (const query of misses) expect([query, await found(reader, query)]).toEqual([query, false])
      }
      expect((await town.reader.searchIndex()).state).toBe('ready')
    })
})

describe('marks', () => {
  const marked = async (text: string, query: string) => {
    const town = openTown()
    apply(town.cache, records(message('m1', text)))
    await town.writer.finished()
    const { groups } = await ask(town.reader, query)
    return (groups[0]?.hits[0]?.snippet ?? [])
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join('')
  }

  it('are where the words stand as written', async () => {
    expect(await marked('Die Größe passt nicht', 'grosse ')).toBe('Die [Größe] passt nicht')
    expect(await marked('我要退款，谢谢', '退款')).toBe('我要[退款]，谢谢')
    expect(await marked('我要退款，谢谢', '款')).toBe('我要退[款]，谢谢')
    expect(await marked('orders and ordering', 'order*')).toBe('[orders] and [ordering]')
    expect(await marked('my order no. NL-40917!', 'NL-40917')).toBe('my order no. [NL-40917]!')
    expect(await marked('call +49 (170) 123-4567 now', '01701234567')).toBe('call +[49 (170) 123-4567] now')
  })

  it('come with what stands round them, cut where a character ends, and hostile text stays text', async () => {
    const long = `${'👨‍👩‍👧é '.repeat(60)}needle <b onclick="x">${' 👨‍👩‍👧'.repeat(60)}`
    const snippet = await marked(long, 'needle ')
    expect(snippet).toContain('[needle] <b onclick="x">')
    expect(snippet.startsWith('…') && snippet.endsWith('…')).toBe(true)
    expect(snippet.replaceAll(/👨‍👩‍👧|é| |…|\[needle\]|<b onclick="x">/gu, '')).toBe('')
    expect(await marked('a \u202eneedle\u202c b', 'needle ')).toBe('a [needle] b')
  })
})
