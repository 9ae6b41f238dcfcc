import type { CheckSettings } from '../../../../../src/shared/audits.ts'
import type { CheckId } from '../../../../../src/shared/audits.ts'

/** What the labelled chats are checked with. */
const phrases = {
  en: [
    'calm down',
    'not my problem',
    'no idea',
    'as I already said',
    'should have read the terms',
    'cheap',
    'guaranteed',
  ],
  de: [
    'beruhigen Sie sich',
    'nicht mein Problem',
    'bin ich nicht zuständig',
    'keine Ahnung',
    'wie schon gesagt',
    'kann man nichts machen',
    'hätte Ihnen auffallen müssen',
  ],
  fr: [
    'calmez-vous',
    'pas mon problème',
    "je n'en sais rien",
    "comme je vous l'ai déjà dit",
    'il fallait lire les conditions',
    'on ne peut rien faire',
  ],
  es: [
    'cálmese',
    'no es mi problema',
    'no tengo ni idea',
    'como ya le dije',
    'debió leer las condiciones',
    'no se puede hacer nada',
  ],
  'zh-Hant': ['冷靜一點', '不是我的問題', '我不知道', '我已經說過了', '您應該先看說明', '沒辦法'],
}

export function settingsFor(check: CheckId): CheckSettings {
  if (check === 'forbidden_phrase') return { check, phrases }
  if (check === 'foreign_link') return { check, allowed: ['nordlicht.example', 'partner.test'] }
  return { check }
}

/** Of the company's mailboxes. */
export const ownHosts = ['nordlicht.example']
