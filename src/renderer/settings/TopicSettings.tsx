import { useState } from 'react'
import type { TopicRule, TopicSuggestion } from '../../shared/contract.ts'
import { readLanguages } from '../../shared/languages.ts'
import { useAsk } from '../api.ts'
import { useScope } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { displayName } from '../ui/displayName.ts'
import { capitalised, useLanguage, useText } from '../ui/text.ts'
import { saveSettings } from './saveSettings.ts'
import { Section } from './Section.tsx'

/** What customers ask about, told by keywords where the source names no category; and questions no rule names yet. */
export function TopicSettings({ rules }: { readonly rules: readonly TopicRule[] }) {
  const text = useText('settings')
  const [open, setOpen] = useState<string | null>(null)
  const save = (next: readonly TopicRule[]) => void saveSettings({ topicRules: next })
  const add = (keywords: readonly string[], language: string) => {
    const id = `topic-${Date.now().toString(36)}`
    save([...rules, { id, name: keywords[0] ?? text('topics.new'), keywords: { [language]: keywords } }])
    setOpen(id)
  }
  return (
    <>
      <Section title={text('topics.title')} about={text('topics.about')} wide>
        {rules.map((rule, index) => (
          <TopicCard
            key={rule.id}
            rule={rule}
            open={open === rule.id}
            onToggle={() => setOpen(open === rule.id ? null : rule.id)}
            onChange={(next) => save(rules.with(index, next))}
            onRemove={() => save(rules.toSpliced(index, 1))}
          />
        ))}
        <div className="section-end">
          <Button onClick={() => add([], 'en')}>{text('topics.add')}</Button>
        </div>
      </Section>
      <Suggestions onTake={({ keywords, language }) => add(keywords, language ?? 'en')} />
    </>
  )
}

interface TopicCardProps {
  readonly rule: TopicRule
  readonly open: boolean
  readonly onToggle: () => void
  readonly onChange: (rule: TopicRule) => void
  readonly onRemove: () => void
}

function TopicCard({ rule, open, onToggle, onChange, onRemove }: TopicCardProps) {
  const text = useText('settings')
  const reader = useLanguage()
  const words = Object.values(rule.keywords).reduce((sum, list) => sum + list.length, 0)
  return (
    <div className="card">
      <div className="card-head">
        <h3>
          <button type="button" className="card-toggle" aria-expanded={open} onClick={onToggle} dir="auto">
            {rule.name}
          </button>
        </h3>
        <span className="card-note">{text('topics.words', { count: words })}</span>
        {open && (
          <Button quiet onClick={onRemove}>
            {text('topics.remove')}
          </Button>
        )}
      </div>
      {open && (
        <div className="topic-fields">
          <label>
            <span>{text('topics.name')}</span>
            <input
              className="field"
              defaultValue={rule.name}
              maxLength={80}
              onBlur={(event) => {
                const name = event.target.value.trim()
                if (name !== '' && name !== rule.name) onChange({ ...rule, name })
              }}
            />
          </label>
          {readLanguages.map((language) => (
            <label key={language}>
              <span>{capitalised(displayName('language', language, reader), reader)}</span>
              <textarea
                className="field"
                rows={2}
                lang={language}
                defaultValue={(rule.keywords[language] ?? []).join(', ')}
                onBlur={(event) => {
                  const keywords = keywordsIn(event.target.value)
                  if (keywords.join() !== (rule.keywords[language] ?? []).join())
                    onChange({ ...rule, keywords: { ...rule.keywords, [language]: keywords } })
                }}
              />
            </label>
          ))}
          <p className="line-hint">{text('topics.hint')}</p>
        </div>
      )}
    </div>
  )
}

/** Words and phrases between commas, Chinese commas too. */
function keywordsIn(typed: string): readonly string[] {
  return [
    ...new Set(
      typed
        .split(/[,，、\n]/u)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ]
}

function Suggestions({ onTake }: { readonly onTake: (suggestion: TopicSuggestion) => void }) {
  const text = useText('settings')
  const scope = useScope()
  const { data, failure, again } = useAsk('suggestTopics', [{ scope }], ['numbers', 'settings'])
  return (
    <Section title={text('suggestions.title')} about={text('suggestions.about')} wide>
      {failure !== null && <Failed failure={failure} again={again} />}
      {data === undefined && failure === null && <Loading widths={[60, 50, 55]} />}
      {data?.length === 0 && <p className="line-hint">{text('suggestions.none')}</p>}
      {data?.map((suggestion) => (
        <div className="suggestion" key={suggestion.keywords.join()}>
          <div>
            <p className="suggestion-words" dir="auto">
              {suggestion.keywords.join(', ')}
            </p>
            {suggestion.examples.slice(0, 2).map((example) => (
              <p className="line-hint" dir="auto" key={example}>
                {example}
              </p>
            ))}
          </div>
          <span className="card-note">{text('suggestions.times', { count: suggestion.count })}</span>
          <Button onClick={() => onTake(suggestion)}>{text('suggestions.take')}</Button>
        </div>
      ))}
    </Section>
  )
}
