import type { ReactNode } from 'react'
import type { BlockKind } from '../../../shared/reporting.ts'
import { Button } from '../../ui/Button.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Menu } from '../../ui/menuParts.ts'
import { useText } from '../../ui/text.ts'
import { blockIcons } from './blockWords.ts'
import { blockKinds } from './draft.ts'

interface AddBlockProps {
  /** As many as a template takes. */
  readonly full: boolean
  readonly onAdd: (kind: BlockKind) => void
}

/** The kinds of blocks, each with what it shows. */
export function AddBlock({ full, onAdd }: AddBlockProps): ReactNode {
  const text = useText('reports')
  return (
    <>
      <Menu.Root modal={false} disabled={full}>
        <Menu.Trigger render={<Button icon={<IconPlus />} disabled={full} />}>
          {text('block.add')}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu-place" sideOffset={4} align="start">
            <Menu.Popup className="menu block-kinds">
              {blockKinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  className="menu-item"
                  label={text(`block.kind.${kind}`)}
                  onClick={() => onAdd(kind)}
                >
                  <KindIcon kind={kind} />
                  <span>
                    <strong>{text(`block.kind.${kind}`)}</strong>
                    <small>{text(`block.about.${kind}`)}</small>
                  </span>
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {full && <p className="blocks-hint">{text('block.full')}</p>}
    </>
  )
}

function KindIcon({ kind }: { readonly kind: BlockKind }): ReactNode {
  const Icon = blockIcons[kind]
  return <Icon />
}
