/** The words of German, fetched when somebody chooses it: one chunk, path to words. */
export const files = import.meta.glob<Record<string, unknown>>(
  ['./de/*.json', '../../shared/locales/de/{metrics,codes,conversation,definitions,failures,flags}.json'],
  { eager: true, import: 'default' },
)
