import { failed, notApplicable, passed, type Check } from './finding.ts'

/** Every first and next response came within the target in force for it. Those without a target are left out. */
export const inTarget: Check = (_chat, _settings, around) => {
  const responses = around.responses()
  if (responses.length === 0) return notApplicable('no_response')
  const targeted = responses.filter((response) => response.inTarget !== null)
  if (targeted.length === 0) return notApplicable('no_target')
  const late = targeted.filter((response) => response.inTarget === false)
  const longest = Math.max(...(late.length > 0 ? late : targeted).map(({ seconds }) => seconds))
  const messages = late.flatMap(({ message }) => message ?? [])
  return late.length > 0 ? failed('late', longest, messages) : passed('in_target', longest)
}
