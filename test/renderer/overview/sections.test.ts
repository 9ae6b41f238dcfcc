import { describe, expect, it } from 'vitest'
import { sectionOf, sections } from '../../../src/renderer/overview/sections.ts'
import { answersOf } from '../../../src/renderer/overview/sectionAnswers.ts'
import { answer } from './answers.ts'

describe('the parts of the overview', () => {
  it('are found by their name in the address, else the first is shown', () => {
    for (const section of sections) expect(sectionOf(section)).toBe(section)
    expect(sectionOf(null)).toBe('conversations')
    expect(sectionOf('<script>')).toBe('conversations')
  })
})

describe('the answers of a part', () => {
  const questions = {
    byDay: { by: ['day'], metrics: [] },
    byChannel: { by: ['channel'], metrics: [] },
  } as const
  const day = answer(['day'], [])
  const channel = answer(['channel'], [])

  it('have the names of their questions, those of the period before apart', () => {
    const named = answersOf(questions, [day, channel, channel, day])
    expect(named.now).toEqual({ byDay: day, byChannel: channel })
    expect(named.before).toEqual({ byDay: channel, byChannel: day })
  })

  it('have no period before where none was asked for', () => {
    expect(answersOf(questions, [day, channel]).before).toBeNull()
  })
})
