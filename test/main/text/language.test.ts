import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../src/main/text/language.ts'

describe('detectLanguage', () => {
  it.each([
    ['Where is my order?', 'en'],
    ['Wo ist meine Bestellung?', 'de'],
    ['danke', 'de'],
    ['¿Dónde está mi pedido?', 'es'],
    ['Où est ma commande ?', 'fr'],
    ['Onde está o meu pedido?', 'pt'],
    ["Dov'è il mio ordine?", 'it'],
    ['Waar is mijn bestelling?', 'nl'],
    ['kya aap mujhe bata sakte hain', 'hi'],
    ['我的訂單呢', 'zh'],
    ['唔該幾時送到', 'zh'],
    ['注文はどこですか', 'ja'],
    ['주문은 어디에 있나요', 'ko'],
    ['أين طلبي', 'ar'],
    ['मेरा ऑर्डर कहाँ है', 'hi'],
    ['Где мой заказ? Я жду уже неделю', 'ru'],
    ['คำสั่งซื้อของฉันอยู่ที่ไหน', 'th'],
    ['Πού είναι η παραγγελία μου', 'el'],
    ['Gdzie jest moje zamówienie? Czekam już tydzień', 'pl'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language)
  })

  it.each(['', '   ', '👍', '😍😍', '48213', '12.03.2026 14:30', 'https://example.com/bestellung', '???'])(
    'does not guess at "%s"',
    (text) => {
      expect(detectLanguage(text)).toEqual({ language: null, sure: false })
    },
  )

  it('takes the main language of a mixed message', () => {
    expect(detectLanguage('delivery 真的很慢，所以我很失望').language).toBe('zh')
    expect(detectLanguage('please tell me when 小陳 comes back to the office').language).toBe('en')
  })

  it('is sure of whole sentences, not of a single shared word', () => {
    expect(detectLanguage('I have been waiting for my order since Monday').sure).toBe(true)
    expect(detectLanguage('no').sure).toBe(false)
  })
})
