import type { Settings as SettingsData } from '../../shared/contract.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { useAsk } from '../api.ts'
import { useSelection } from '../selection.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { AuditSettings } from './AuditSettings.tsx'
import { Definitions } from './definitions/Definitions.tsx'
import { FlagSettings } from './flags/FlagSettings.tsx'
import { HoursSettings } from './hours/HoursSettings.tsx'
import { LookSettings } from './LookSettings.tsx'
import { PlaceSettings } from './PlaceSettings.tsx'
import { Rejects } from './Rejects.tsx'
import { RuleSettings } from './RuleSettings.tsx'
import { Sources } from './Sources.tsx'
import { TargetSettings } from './TargetSettings.tsx'
import { TopicSettings } from './TopicSettings.tsx'
import './Settings.css'

const parts = ['sources', 'general', 'numbers', 'targets', 'hours', 'topics', 'definitions', 'flags'] as const
type Part = (typeof parts)[number]

/** Sources first, because that is what goes wrong; each change is saved at once. */
export function Settings() {
  const text = useText('settings')
  const part = useSelection(({ section }) => parts.find((one) => one === section) ?? 'sources')
  const choose = useSelection((selection) => selection.choose)
  const { data: settings, failure, again } = useAsk('settings', [], ['settings'])
  return (
    <div className="page settings">
      <PageHead title={text('title')} sentence={text('sentence')} />
      <div className="settings-body">
        <nav className="settings-parts" aria-label={text('title')}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === part ? 'page' : undefined}
              onClick={() => choose({ section: one === parts[0] ? null : one })}
            >
              {text(`parts.${one}`)}
            </button>
          ))}
        </nav>
        <div className="settings-part">
          {settings !== undefined ? (
            <PartOf part={part} settings={settings} />
          ) : failure === null ? (
            <Loading />
          ) : (
            <Failed failure={failure} again={again} />
          )}
        </div>
      </div>
    </div>
  )
}

function PartOf({ part, settings }: { readonly part: Part; readonly settings: SettingsData }) {
  switch (part) {
    case 'sources':
      return (
        <>
          <Sources />
          <Rejects />
        </>
      )
    case 'general':
      return (
        <>
          <PlaceSettings settings={settings} />
          <LookSettings settings={settings} />
          <AuditSettings settings={settings} />
        </>
      )
    case 'numbers':
      return <RuleSettings rules={settings.rules} />
    case 'targets':
      return <TargetSettings settings={settings} />
    case 'hours':
      return <HoursSettings settings={settings} />
    case 'topics':
      return <TopicSettings rules={settings.topicRules} />
    case 'definitions':
      return <Definitions />
    case 'flags':
      return <FlagSettings settings={settings} />
    default:
      return assertNever(part)
  }
}
