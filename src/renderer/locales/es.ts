/** The words of Spanish, fetched when somebody chooses it: one chunk, path to words. */
export const files = import.meta.glob<Record<string, unknown>>(
  ['./es/*.json', '../../shared/locales/es/{metrics,codes,conversation,definitions,failures,flags}.json'],
  { eager: true, import: 'default' },
)
