import { failed, notApplicable, passed, type Check } from './finding.ts'

/** Whatever an agent sent later than 24 hours after the customer's last message was a template: WhatsApp refuses the rest. */
export const templateOutsideWindow: Check = ({ messages }) => {
  const ours = messages.filter(({ from }) => from === 'agent')
  if (ours.length === 0) return notApplicable('no_agent_message')
  const outside = ours.filter(({ inWindow }) => inWindow === false)
  if (outside.length === 0) return notApplicable('inside_window')
  const free = outside.filter(({ isTemplate }) => !isTemplate).map(({ id }) => id)
  return free.length > 0
    ? failed('free_text_outside', free.length, free)
    : passed(
        'template_outside',
        outside.length,
        outside.map(({ id }) => id),
      )
}
