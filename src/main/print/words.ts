import i18next, { type i18n } from 'i18next'
import type { Language } from '../../shared/contract.ts'
import deConversation from '../../shared/locales/de/conversation.json' with { type: 'json' }
import deFlags from '../../shared/locales/de/flags.json' with { type: 'json' }
import deCodes from '../../shared/locales/de/codes.json' with { type: 'json' }
import deMetrics from '../../shared/locales/de/metrics.json' with { type: 'json' }
import deReport from '../../shared/locales/de/report.json' with { type: 'json' }
import deTelling from '../../shared/locales/de/telling.json' with { type: 'json' }
import enConversation from '../../shared/locales/en/conversation.json' with { type: 'json' }
import enFlags from '../../shared/locales/en/flags.json' with { type: 'json' }
import enCodes from '../../shared/locales/en/codes.json' with { type: 'json' }
import enMetrics from '../../shared/locales/en/metrics.json' with { type: 'json' }
import enReport from '../../shared/locales/en/report.json' with { type: 'json' }
import enTelling from '../../shared/locales/en/telling.json' with { type: 'json' }
import { metrics, type MetricId } from '../../shared/metrics.ts'

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

const dictionary: i18n = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: {
    en: {
      report: enReport,
      metrics: enMetrics,
      codes: enCodes,
      conversation: enConversation,
      flags: enFlags,
      telling: enTelling,
    },
    de: {
      report: deReport,
      metrics: deMetrics,
      codes: deCodes,
      conversation: deConversation,
      flags: deFlags,
      telling: deTelling,
    },
  },
  // Values are escaped where they become markup.
  interpolation: { escapeValue: false },
  initAsync: false,
})
void dictionary.init()

/** The report's own words. A report has its language, whatever the interface speaks. */
export function reportWords(language: Language): Words {
  const say = dictionary.getFixedT(language, 'report')
  return (key, values) => say(key, { ...values })
}

/** The words of what happens in a conversation. */
export function conversationWords(language: Language): Words {
  const say = dictionary.getFixedT(language, 'conversation')
  return (key, values) => say(key, { ...values })
}

/** The words of flags and their rules. */
export function flagWords(language: Language): Words {
  const say = dictionary.getFixedT(language, 'flags')
  return (key, values) => say(key, { ...values })
}

/** The words of notifications, digests and the tray. */
export function tellingWords(language: Language): Words {
  const say = dictionary.getFixedT(language, 'telling')
  return (key, values) => say(key, { ...values })
}

/** A metric's name, definition and credit. English comes from the catalogue itself. */
export function metricWords(
  language: Language,
  id: MetricId,
): { name: string; definition: string; credit: string } {
  if (language === 'en') return metrics[id]
  const say = dictionary.getFixedT(language, 'metrics')
  return { name: say(`name.${id}`), definition: say(`definition.${id}`), credit: say(`credit.${id}`) }
}

/** Why a message failed, in words where there are any for the platform's code. */
export function failureWords(language: Language, code: string | null): string {
  const say = dictionary.getFixedT(language, 'codes')
  return say(code ?? 'none', { defaultValue: say('unknown') })
}
