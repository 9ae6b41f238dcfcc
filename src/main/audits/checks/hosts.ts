/** Hosts of links, as a browser would go to them. */

/** Links with a scheme or `www.`; names of hosts alone with a path, or with an ending that is no word of any language here. */
const links = new RegExp(
  [
    String.raw`(?<![\p{L}\d@])https?:\/{1,2}[^\s<>"'“”«»„]{1,2048}`,
    String.raw`(?<![\p{L}\d@.\/-])www\.[^\s<>"'“”«»„]{1,2048}`,
    String.raw`(?<![\p{L}\d@.\/_-])(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}(?=\/[^\s\/])`,
    String.raw`(?<![\p{L}\d@.\/_-])(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}(?:com|net|org|info|shop|store|online|site|xyz|app|io|eu|biz|dev|cloud|link|ly|tw|hk|cn|uk)(?![\p{L}\d@]|[.-][\p{L}\d])`,
  ].join('|'),
  'giu',
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
