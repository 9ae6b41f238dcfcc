import { writtenByAgents } from './chat.ts'
import { failed, notApplicable, passed, type Check } from './finding.ts'
import { hostAllowed, hostsIn } from './hosts.ts'

/** Every link an agent wrote leads to a host of the allow-list or to a subdomain of one. */
export const foreignLink: Check = (chat, { allowed = [] }) => {
  const messages = writtenByAgents(chat)
  if (messages.length === 0) return notApplicable('no_agent_message')
  if (allowed.length === 0) return notApplicable('no_allow_list')
  const foreign = messages.flatMap(({ id, text }) =>
    hostsIn(text)
      .filter((host) => !hostAllowed(host, allowed))
      .map((host) => ({ id, host })),
  )
  const [first] = foreign
  if (first === undefined) return passed('no_foreign_link')
  return failed('foreign_link', first.host, [...new Set(foreign.map(({ id }) => id))])
}
