import type { Workspace } from '../../../shared/contract.ts'

/** Names of channels by id. An id the workspace does not know stands for itself. */
export function channelNames(workspace: Pick<Workspace, 'channels'> | undefined): (id: string) => string {
  const names = new Map(workspace?.channels.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
