import { compileSignals, type SignalLexicon } from './lexicon.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { chinese } from './zh.ts'

export type { SignalLexicon } from './lexicon.ts'

/** Every language in which signals are told. */
export const signalLexicons: readonly SignalLexicon[] = [english, german, french, spanish, chinese].map(
  compileSignals,
)
