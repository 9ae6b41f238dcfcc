import { useAsk } from '../api.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { FlagSettings } from './FlagSettings.tsx'
import { LookSettings } from './LookSettings.tsx'
import { PlaceSettings } from './PlaceSettings.tsx'
import { Rejects } from './Rejects.tsx'
import { Sources } from './Sources.tsx'
import { TargetSettings } from './TargetSettings.tsx'
import './Settings.css'

/** Sources first, because that is what goes wrong; each change is saved at once. */
export function Settings() {
  const text = useText('settings')
  const { data: settings, failure, again } = useAsk('settings', [], ['settings'])
  return (
    <div className="page settings">
      <PageHead title={text('title')} sentence={text('sentence')} />
      <Sources />
      <Rejects />
      {settings === undefined ? (
        failure === null ? (
          <Loading />
        ) : (
          <Failed failure={failure} again={again} />
        )
      ) : (
        <>
          <PlaceSettings settings={settings} />
          <TargetSettings targets={settings.targets} />
          <FlagSettings rules={settings.flagRules} notifications={settings.notifications} />
          <LookSettings settings={settings} />
        </>
      )}
    </div>
  )
}
