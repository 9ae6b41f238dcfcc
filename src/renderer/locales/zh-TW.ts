/** The words of Traditional Chinese, fetched when somebody chooses it: one chunk, path to words. */
export const files = import.meta.glob<Record<string, unknown>>(
  [
    './zh-TW/*.json',
    '../../shared/locales/zh-TW/{metrics,codes,conversation,definitions,failures,flags}.json',
  ],
  { eager: true, import: 'default' },
)
