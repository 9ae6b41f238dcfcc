/** The words of French, fetched when somebody chooses it: one chunk, path to words. */
export const files = import.meta.glob<Record<string, unknown>>(
  ['./fr/*.json', '../../shared/locales/fr/{metrics,codes,conversation,definitions,failures,flags}.json'],
  { eager: true, import: 'default' },
)
