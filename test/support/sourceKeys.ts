/**
 * Which keys of the locale files the sources ask for, as far as can be told without running them. Strings are found by a
 * tokenizer, so that one in a comment or an apostrophe in a text is none.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = join(import.meta.dirname, '..', '..', 'src')

export interface Source {
  /** Its path below src. */
  readonly path: string
  readonly code: string
  /** Strings and templates; `${…}` of a template is `\0`. */
  readonly strings: readonly string[]
  /** Strings given as the first argument to a function of one namespace. */
  readonly asked: readonly { readonly namespaces: readonly string[]; readonly keys: readonly string[] }[]
  /** Namespaces its functions are made for; none: its functions are handed in. */
  readonly namespaces: ReadonlySet<string>
}

export const hole = '\0'

export function readSources(): readonly Source[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => sourceOf(path, readFileSync(join(sources, path), 'utf8')))
}

export function sourceOf(path: string, code: string): Source {
  const tokens = tokensOf(code)
  const bound = boundIn(tokens)
  return {
    path,
    code,
    strings: tokens.flatMap((token) => (token.kind === 'string' ? [token.text] : [])),
    asked: [...askedOf(tokens, bound), ...saidIn(tokens)],
    namespaces: new Set([...[...bound.values()].flat(), ...saidIn(tokens).flatMap((one) => one.namespaces)]),
  }
}

// ── tokens ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Token {
  readonly kind: 'string' | 'word' | 'sign'
  readonly text: string
}

const pattern =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<quoted>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<tick>`)|(?<word>[A-Za-z_$][\w$]*)|(?<sign>[!=]==?|=>|[^\s])/g

function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  for (;;) {
    const found = pattern.exec(code)
    if (found === null) return tokens
    const { quoted, tick, word, sign } = found.groups ?? {}
    if (quoted !== undefined) tokens.push({ kind: 'string', text: quoted.slice(1, -1) })
    if (word !== undefined) tokens.push({ kind: 'word', text: word })
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    if (tick === undefined) continue
    const template = templateAt(code, pattern.lastIndex)
    tokens.push({ kind: 'string', text: template.text })
    const inner = template.inner.map(tokensWithin)
    // In brackets, for what stands in a hole is no argument of the call around it.
    tokens.push({ kind: 'sign', text: '(' }, ...inner.flat(), ...chosenIn(template.text, inner))
    tokens.push({ kind: 'sign', text: ')' })
    pattern.lastIndex = template.end
  }
}

/** A template with a choice of strings in its holes, as each of the strings it can be: `${x ? 'a' : 'b'}.c`. */
function chosenIn(text: string, holes: readonly (readonly Token[])[]): readonly Token[] {
  const [first = '', ...rest] = text.split(hole)
  // Sentences of SQL and the like have many holes and are no keys.
  if (rest.length > 3 || !/^[\w.\0-]+$/.test(text)) return []
  const strings = holes.map((tokens) =>
    tokens.filter(({ kind }) => kind === 'string').map((token) => token.text),
  )
  if (strings.every((choice) => choice.length === 0)) return []
  return rest
    .reduce(
      (starts: readonly string[], part, index) => {
        const choice = strings[index] ?? []
        return starts.flatMap((start) =>
          (choice.length > 0 ? choice : [hole]).map((one) => start + one + part),
        )
      },
      [first],
    )
    .map((chosen) => ({ kind: 'string', text: chosen }))
}

function tokensWithin(code: string): readonly Token[] {
  const before = pattern.lastIndex
  const tokens = tokensOf(code)
  pattern.lastIndex = before
  return tokens
}

interface Template {
  readonly text: string
  readonly inner: readonly string[]
  readonly end: number
}

function templateAt(code: string, from: number): Template {
  let text = ''
  const inner: string[] = []
  let at = from
  while (at < code.length && code[at] !== '`') {
    if (code[at] === '\\') {
      text += code.slice(at, at + 2)
      at += 2
    } else if (code.startsWith('${', at)) {
      const end = closing(code, at + 2)
      inner.push(code.slice(at + 2, end))
      text += hole
      at = end + 1
    } else {
      text += code[at] ?? ''
      at += 1
    }
  }
  return { text, inner, end: at + 1 }
}

/** The `}` that ends a hole, past the strings, templates and braces within. */
function closing(code: string, from: number): number {
  let depth = 0
  for (let at = from; at < code.length; at += 1) {
    const sign = code[at]
    if (sign === '`') at = templateAt(code, at + 1).end - 1
    else if (sign === "'" || sign === '"') {
      // A lone quote would send the search back to the beginning, for ever.
      const end = code.indexOf(sign, at + 1)
      if (end < 0) return code.length
      at = end
    } else if (sign === '{') depth += 1
    else if (sign === '}' && depth === 0) return at
    else if (sign === '}') depth -= 1
  }
  return code.length
}

// ── calls ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `const text = useText('chats')`: each name with the namespaces it speaks somewhere in the file. */
function boundIn(tokens: readonly Token[]): ReadonlyMap<string, readonly string[]> {
  const bound = new Map<string, string[]>()
  tokens.forEach(({ text }, index) => {
    const namespace = tokens[index + 2]
    if ((text !== 'useText' && !text.endsWith('ordsOf')) || namespace?.kind !== 'string') return
    const name = tokens[index - 1]?.text === '=' ? (tokens[index - 2]?.text ?? '') : ''
    bound.set(name, [...new Set([...(bound.get(name) ?? []), namespace.text])])
  })
  return bound
}

function askedOf(tokens: readonly Token[], bound: ReadonlyMap<string, readonly string[]>): Source['asked'] {
  return tokens.flatMap(({ kind, text }, index) => {
    const namespaces = kind === 'word' ? bound.get(text) : undefined
    if (namespaces === undefined || tokens[index + 1]?.text !== '(') return []
    return [{ namespaces, keys: keysFrom(tokens, index + 2) }]
  })
}

/** `say('chats', 'copied')` */
function saidIn(tokens: readonly Token[]): Source['asked'] {
  return tokens.flatMap(({ text }, index) => {
    const [open, namespace, comma, key] = tokens.slice(index + 1, index + 5)
    if (text !== 'say' || open?.text !== '(' || namespace?.kind !== 'string' || comma?.text !== ',') return []
    // Elsewhere `say` is a function of one namespace, and the second argument its values.
    if (key?.text === '{') return []
    return [{ namespaces: [namespace.text], keys: keysFrom(tokens, index + 4) }]
  })
}

/** The strings an argument can be, without those it is compared with or that are given to a call in it. */
function keysFrom(tokens: readonly Token[], from: number): readonly string[] {
  const keys: string[] = []
  let depth = 0
  for (let index = from; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] ?? { kind: 'sign', text: '' }
    if (kind === 'sign' && /[([{]/.test(text)) depth += 1
    if (kind === 'sign' && /[)\]}]/.test(text)) depth -= 1
    if (depth < 0 || (depth === 0 && kind === 'sign' && text === ',')) return keys
    const beside = [tokens[index - 1]?.text, tokens[index + 1]?.text]
    if (kind === 'string' && depth === 0 && !beside.some((one) => /^[!=]==?$/.test(one ?? '')))
      keys.push(text)
  }
  return keys
}
