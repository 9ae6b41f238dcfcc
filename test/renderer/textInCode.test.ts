import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceOf } from '../support/sourceKeys.ts'

/** Attributes and properties of our own components that people read or hear. */
const spoken = [
  'about',
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'confirm',
  'empty',
  'head',
  'hint',
  'label',
  'note',
  'placeholder',
  'sentence',
  'subtitle',
  'title',
  'todo',
  'unit',
  'why',
]
/** The same in every language: what stands on keys, and how an address begins. */
const ofNoLanguage = new Set(['J', 'Esc', 'placeholder="https://"'])

let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'floorwalker-text-'))))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('text in code', () => {
  it('is in no tag and in no attribute that people read', () => {
    expect(textIn(join(import.meta.dirname, '..', '..', 'src', 'renderer'))).toEqual([])
  })

  it('is found where there is some', () => {
    const file = join(dir, 'Some.tsx')
    writeFileSync(
      file,
      `export const Some = () => <p title="Read it"><b className="strong">Told {1 + 1} · {'quoted'} </b>{\`in \${1}\`}</p>`,
    )
    expect(
      textIn(file)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(["'quoted'", 'Told', '`in ${1}`', 'title="Read it"'])
  })
})

/** Texts with letters of their own, found by the linter's parser. */
function textIn(
  path: string,
): readonly { readonly file: string; readonly line: number; readonly text: string }[] {
  const settings = join(dir, 'oxlint.json')
  const rule = ['error', { noStrings: true, ignoreProps: true, restrictedAttributes: spoken }]
  writeFileSync(
    settings,
    JSON.stringify({
      plugins: ['react'],
      categories: { correctness: 'off' },
      rules: { 'react/jsx-no-literals': rule },
    }),
  )
  const { diagnostics } = JSON.parse(run(['-c', settings, '--format', 'json', path])) as {
    readonly diagnostics: readonly {
      readonly filename: string
      readonly labels: readonly { readonly span: { offset: number; length: number; line: number } }[]
    }[]
  }
  return diagnostics
    .flatMap(({ filename, labels }) =>
      labels.slice(0, 1).map(({ span }) => ({
        file: filename,
        line: span.line,
        text: readFileSync(filename)
          .subarray(span.offset, span.offset + span.length)
          .toString('utf8')
          .trim(),
      })),
    )
    .filter(({ text }) => /\p{L}/u.test(said(text)) && !ofNoLanguage.has(text))
}

/** Without the attribute's name and what stands in a template's holes. */
function said(text: string): string {
  const value = text.replace(/^[\w-]+=/, '')
  return value.startsWith('`') ? (sourceOf('', value).strings[0] ?? '') : value
}

/** It fails where it finds something, which is what is asked here. */
function run(args: readonly string[]): string {
  const tool = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'oxlint')
  try {
    return execFileSync(tool, args, { encoding: 'utf8' })
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout)
  }
}
