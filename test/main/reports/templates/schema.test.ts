import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../../src/shared/contract.ts'
import { shippedTemplates, type ReportTemplateDraft } from '../../../../src/shared/reporting.ts'
import { templateDraftFrom } from '../../../../src/main/reports/templates/schema.ts'
import { shippedIn } from '../../../../src/main/reports/templates/shipped.ts'
import { readTemplateFile, templateAsFile } from '../../../../src/main/reports/templates/templateFile.ts'

function draft(change: object = {}): ReportTemplateDraft & Record<string, unknown> {
  const [, , weekly] = shippedIn('en')
  if (weekly === undefined) throw new RangeError('There is no weekly template.')
  const { shipped: _shipped, version: _version, ...rest } = weekly
  return { ...rest, id: null, ...change }
}
const look = (change: object) => draft({ look: { ...draft().look, ...change } })
const svg = (inside: string) =>
  look({ logo: `data:image/svg+xml;base64,${Buffer.from(inside).toString('base64')}` })

describe('a template', () => {
  it.each(languages)('as it is shipped in %s can be taken, with a name and words about it', (language) => {
    const templates = shippedIn(language)
    expect(templates.map(({ id }) => id)).toEqual([...shippedTemplates])
    for (const { shipped: _shipped, version: _version, ...template } of templates) {
      expect(templateDraftFrom(template)).toEqual(template)
      expect(template.name).not.toContain('.')
      expect(template.about.length).toBeGreaterThan(10)
    }
  })

  const [first] = draft().blocks
  it.each<[string, object, RegExp]>([
    [
      'an unknown kind of block',
      draft({ blocks: [{ ...first, kind: 'hologram' }] }),
      /blocks\.0.* has the kind "hologram", which this version does not know/,
    ],
    [
      'an unknown metric',
      draft({ blocks: [{ ...first, kind: 'tiles', metrics: ['happiness'] }] }),
      /blocks\.0\.metrics\.0 is "happiness", which is no metric/,
    ],
    [
      'more than 60 blocks',
      draft({ blocks: Array.from({ length: 61 }, (_, index) => ({ ...first, id: `b${index}` })) }),
      /blocks has more than 60 blocks/,
    ],
    ['no block', draft({ blocks: [] }), /blocks is empty/],
    ['two blocks of one id', draft({ blocks: [first, first] }), /two blocks of one id/],
    [
      'a table by what cannot be crossed',
      draft({ blocks: [{ ...first, kind: 'table', by: ['day', 'error'], metrics: ['handled'], most: 5 }] }),
      /not team and agent/,
    ],
    ['no name', draft({ name: '  ' }), /name is empty/],
    ['a name of an essay', draft({ name: 'x'.repeat(121) }), /name is longer than 120/],
    ['unknown paper', draft({ paper: { size: 'A0', orientation: 'portrait' } }), /paper\.size is "A0"/],
    ['a word for a colour', look({ accent: 'red;}' }), /look\.accent is no colour such as/],
    [
      'what a newer version knows of a block',
      draft({ blocks: [{ ...first, sound: 'loud' }] }),
      /blocks\.0 content has "sound", which this version does not know/,
    ],
    ['nothing', {}, /Nothing was changed/],
    ['no object', null as unknown as object, /Nothing was changed/],
  ])('with %s is refused in one sentence', (_what, value, sentence) => {
    expect(() => templateDraftFrom(value)).toThrow(sentence)
    expect(() => templateDraftFrom(value)).toThrow(
      /^The report template cannot be taken: its [^\n]*\. Nothing was changed\.$/,
    )
  })

  it('of any rubbish is refused in words, never with an error of the library', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => templateDraftFrom(value)).toThrow(/^The report template cannot be taken/)
      }),
      { numRuns: 200 },
    )
  })

  it('has an accent that can be read on white: a light one is taken darker, a dark one as it is', () => {
    expect(templateDraftFrom(look({ accent: '#1b4c9e' })).look.accent).toBe('#1b4c9e')
    const yellow = templateDraftFrom(look({ accent: '#FFD400' })).look.accent
    expect(yellow).toMatch(/^#[0-9a-f]{6}$/)
    expect(Number.parseInt(yellow.slice(1, 3), 16)).toBeLessThan(0xa0)
    expect(templateDraftFrom(look({ accent: '#ffffff' })).look.accent).toBe('#757575')
  })
})

describe('a logo', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])
  const url = (type: string, bytes: Buffer) =>
    look({ logo: `data:${type};base64,${bytes.toString('base64')}` })

  it('may be a PNG, a JPEG or an SVG of shapes', () => {
    for (const value of [
      url('image/png', png),
      url('image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
      svg(
        '<?xml version="1.0"?><!-- on top="1" --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g"/></defs><style>.a{fill:url(#g)}</style><path class="a" d="M0 0h9"/><use href="#g"/></svg>',
      ),
    ])
      expect(templateDraftFrom(value).look.logo).toMatch(/^data:image/)
  })

  it.each<[string, object, RegExp]>([
    [
      'of 20 MB',
      url('image/png', Buffer.concat([png, Buffer.alloc(20_000_000)])),
      /look\.logo has about 20 MB/,
    ],
    ['a GIF', url('image/gif', Buffer.from('GIF89a')), /is no PNG, JPEG or SVG/],
    ['a PNG by name only', url('image/png', Buffer.from('<svg onload="x">')), /is no PNG inside/],
    ['from elsewhere', look({ logo: 'https://example.org/logo.png' }), /is no PNG, JPEG or SVG/],
    ['with a script', svg('<svg><script>alert(1)</script></svg>'), /holds a script/],
    [
      'with a script of another name',
      svg('<svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></svg>'),
      /holds a script/,
    ],
    ['with a page in it', svg('<svg><foreignObject><p/></foreignObject></svg>'), /a page of its own/],
    ['that listens', svg('<svg><rect onload="alert(1)"/></svg>'), /reacts to events/],
    ['that listens behind a line break', svg('<svg><rect\nonmouseover = "x"/></svg>'), /reacts to events/],
    [
      'with a picture from elsewhere',
      svg('<svg><image href="https://example.org/x.png"/></svg>'),
      /points outside/,
    ],
    ['with a link spelt in entities', svg('<svg><use xlink:href="&#104;ttp://x"/></svg>'), /points outside/],
    ['with a style from elsewhere', svg('<svg><style>@import "x.css";</style></svg>'), /points outside/],
    ['with a fill from elsewhere', svg('<svg><rect fill="url(http://x/y#z)"/></svg>'), /points outside/],
    [
      'with a url in backslashes',
      svg('<svg><style>a{fill:u\\72l(x)}</style></svg>'),
      /cannot be read|points outside/,
    ],
    [
      'with entities of its own',
      svg('<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'),
      /is no SVG|declares entities/,
    ],
    ['that moves', svg('<svg><set attributeName="href" to="x"/></svg>'), /moves/],
    ['in no encoding', url('image/svg+xml', Buffer.from([0x3c, 0x73, 0xff])), /no SVG in UTF-8/],
  ])('%s is refused', (_what, value, sentence) => {
    expect(() => templateDraftFrom(value)).toThrow(sentence)
  })
})

describe('a template as a file', () => {
  const template = { ...draft({ name: '../週報 <b>=1' }), id: 'kept', shipped: false, version: 3 }

  it('is read as a draft of a new one, its text as text', () => {
    const { name, bytes } = templateAsFile(template)
    expect(name).toBe('週報-b-1.floorwalker.json')
    const text = new TextDecoder().decode(bytes)
    expect(readTemplateFile(text)).toEqual({ ...draft({ name: '../週報 <b>=1' }), id: null })
    expect(readTemplateFile(`\uFEFF${text}`).name).toBe('../週報 <b>=1')
  })

  it.each<[string, string, string, RegExp]>([
    [
      'of a newer version',
      '{"floorwalkerTemplate":2,"template":{}}',
      'newer',
      /newer version of Floorwalker/,
    ],
    ['that is no JSON', 'PK', 'invalid', /it is no JSON/],
    ['that is a list', '[]', 'invalid', /does not say that it is one/],
    ['that is nothing', 'null', 'invalid', /it is no JSON object/],
    ['without a template', '{"floorwalkerTemplate":1}', 'invalid', /cannot be taken/],
    ['that is far too large', ' '.repeat(5_000_000), 'invalid', /larger than any template/],
  ])('%s is refused', (_what, text, kind, sentence) => {
    let failure: unknown
    try {
      readTemplateFile(text)
    } catch (error) {
      failure = error
    }
    expect(failure).toMatchObject({ kind, message: expect.stringMatching(sentence) as string })
  })
})
