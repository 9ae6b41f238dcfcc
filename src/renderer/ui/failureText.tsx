/**
 * The one place where a failure becomes words: those of its key, in the language spoken while it is shown. Where it has
 * none, or of a newer engine one that is not known here, the engine's own English.
 */
import { useMemo } from 'react'
import type { Failure } from '../../shared/contract.ts'
import { localeFormats } from '../../shared/languages.ts'
import type { Phrase } from '../../shared/phrases.ts'
import { sentencesOf, spoken, type Voice } from '../../shared/speaking.ts'
import { ownZone } from '../selection.ts'
import { useFormat } from './format.ts'
import { formatFor } from './numbers.ts'
import { isSaid, useLanguage, useText } from './text.ts'

export interface Sentences {
  readonly message: string
  readonly hint: string
}

export function useFailureText(): (failure: Failure) => Sentences {
  const voice = useVoice(useFormat().dateTime)
  return (failure) => failureText(failure, voice)
}

/**
 * The same where the engine does not answer: nothing is asked of it, so times are in this machine's zone. Who asked for
 * the zone would ask again what failed, and take away the screen that says so.
 */
export function useStoppedText(): (failure: Failure) => Sentences {
  const language = useLanguage()
  const voice = useVoice(formatFor(language, ownZone, 0).dateTime)
  return (failure) => failureText(failure, voice)
}

/** A phrase in words, or `english` where there is none to be said otherwise. */
export function usePhraseText(): (phrase: Phrase | undefined, english: string) => string {
  const voice = useVoice(useFormat().dateTime)
  return (phrase, english) =>
    phrase !== undefined && isSaid('failures', phrase.key) ? spoken(phrase, voice) : english
}

interface FailureLineProps {
  readonly failure: Failure
  /** What happened is no more than the rest of the line. */
  readonly plain?: boolean
}

/** What happened and what to do, one after the other. */
export function FailureLine({ failure, plain = false }: FailureLineProps) {
  const text = useText('failures')
  const { message, hint } = useFailureText()(failure)
  return (
    <>
      {plain ? message : <strong>{message}</strong>}
      {text('gap')}
      {hint}
    </>
  )
}

export function failureText({ message, hint, words }: Failure, voice: Voice): Sentences {
  return words !== undefined && isSaid('failures', `${words.key}.hint`)
    ? sentencesOf(words, voice)
    : { message, hint }
}

/** How the chosen language says it. */
function useVoice(moment: Voice['moment']): Voice {
  const text = useText('failures')
  const language = useLanguage()
  const { locale, signs } = localeFormats[language]
  const numbers = useMemo(() => new Intl.NumberFormat(locale), [locale])
  return { words: text, number: (value) => numbers.format(value), moment, signs }
}
