import { useRef, useState, type ReactNode } from 'react'
import { api, failureOf } from '../../api.ts'
import { keepFile } from '../../keepFile.ts'
import { IconDownload, IconPackageExport, IconPackageImport } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { tell } from '../../ui/Notices.tsx'
import { useText } from '../../ui/text.ts'
import { BringReviews, type Brought } from './BringReviews.tsx'

/** More than any queue is; reading it would only fill the memory. The engine says the same of what is sent by others. */
const largestFile = 200_000_000

/** Without a server: the queue leaves as a file, reviews come back as one. */
export function TogetherButtons({ reviewer }: { readonly reviewer: string }): ReactNode {
  const text = useText('audits')
  const field = useRef<HTMLInputElement>(null)
  const [brought, setBrought] = useState<Brought | null>(null)
  async function save(content: 'queue' | 'reviews'): Promise<void> {
    try {
      const kept = await keepFile(await api.saveQueueFile({ reviewer, content }))
      if (kept !== null) tell(text('together.saved', { where: kept.where }))
    } catch (error) {
      tell(failureOf(error))
    }
  }
  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return
    if (file.size > largestFile) tell(text('together.tooLarge', { name: file.name }))
    else setBrought({ name: file.name, text: await file.text() })
  }
  return (
    <>
      <Menu
        label={text('together.title')}
        align="end"
        items={[
          {
            id: 'queue',
            icon: <IconPackageExport />,
            label: text('together.takeQueue'),
            onPick: () => void save('queue'),
          },
          {
            id: 'reviews',
            icon: <IconDownload />,
            label: text('together.takeReviews'),
            onPick: () => void save('reviews'),
          },
          {
            id: 'bring',
            icon: <IconPackageImport />,
            label: text('together.bring'),
            apart: true,
            onPick: () => field.current?.click(),
          },
        ]}
      />
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        className="unseen"
        tabIndex={-1}
        aria-label={text('together.bring')}
        onChange={(event) => {
          void open(event.target.files?.[0])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      {brought !== null && <BringReviews brought={brought} onClose={() => setBrought(null)} />}
    </>
  )
}
