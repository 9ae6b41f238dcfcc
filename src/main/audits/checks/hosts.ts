/** Hosts of links, as a browser would go to them. */

const letter = String.raw`[[\p{L}--\p{Script=Han}]\d]`
/** A link up to its host's end, which is all that is asked for. */
const authority = String.raw`[^\s\/?#<>"'“”‘’«»„\(\)\[\]\{\}，。、；！？]{1,300}`
const label = String.raw`[\p{L}\d](?:[\p{L}\d\-]{0,61}[\p{L}\d])?`
/** Endings of hosts that end no word of the languages here. */
const endings = 'com|net|org|info|shop|store|online|site|xyz|app|io|eu|biz|dev|cloud|link|ly|tw|hk|cn|uk'

/** Links with a scheme or `www.`; hosts alone only with a path or one of the endings. */
const links = new RegExp(
  [
    String.raw`(?<!${letter}|@)https?:\/{1,2}${authority}`,
    String.raw`(?<!${letter}|[@.\/\-])www\.${authority}`,
    String.raw`(?<!${letter}|[@.\/_\-])(?:${label}\.){1,8}[\p{L}--\p{Script=Han}]{2,24}(?=\/[^\s\/])`,
    String.raw`(?<!${letter}|[@.\/_\-])(?:${label}\.){1,8}(?:${endings})(?!${letter}|@|[.\-]${letter})`,
  ].join('|'),
  'giv',
)

/** The hosts of the links in a text, in lower case, other scripts as punycode (`xn--…`): what looks alike does not read alike. */
export function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(links)].flatMap(([link]) => hostOf(link) ?? [])
}

/** The host a link, or a host as people type it, leads to; null: it is none. */
export function hostOf(link: string): string | null {
  const plain = link.trim().replace(/^\*\./u, '')
  const address = /^https?:/iu.test(plain) ? plain : `https://${plain}`
  if (!URL.canParse(address)) return null
  const host = new URL(address).hostname.replace(/\.$/u, '')
  return host === '' ? null : host
}

/** Whether a host is one of the list, or a subdomain of one; `www.` of an entry does not narrow it. */
export function hostAllowed(host: string, list: readonly string[]): boolean {
  return list.some((entry) => {
    const allowed = hostOf(entry)?.replace(/^www\./u, '')
    return allowed !== undefined && (host === allowed || host.endsWith(`.${allowed}`))
  })
}
