/** How wide texts are drawn, in the page's own faces, before anything is drawn. */

/** `strong`: a text of the body that stands out. */
export type TextSize = 'micro' | 'body' | 'strong'
/** Pixels of a text on one line. */
export type TextWidth = (text: string, size: TextSize) => number

/** Pixels of a mean character, where nothing can be measured. */
const characters = { micro: 5.9, body: 6.7, strong: 6.9 } as const satisfies Record<TextSize, number>

/** Measures by the faces as they are now: texts of medium weight, every figure as wide as the others. */
export function textWidths(): TextWidth {
  const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  if (context === null) return guessed
  const root = getComputedStyle(document.documentElement)
  const face = root.getPropertyValue('--font')
  const fonts = {
    micro: `500 ${root.getPropertyValue('--fs-micro')} ${face}`,
    body: `500 ${root.getPropertyValue('--fs-body')} ${face}`,
    strong: `600 ${root.getPropertyValue('--fs-body')} ${face}`,
  }
  return (text, size) => {
    context.font = fonts[size]
    return Math.ceil(context.measureText(text.replaceAll(/\d/gu, '0')).width)
  }
}

function guessed(text: string, size: TextSize): number {
  const wideOnes = text.match(wide)?.length ?? 0
  return Math.ceil((text.length + wideOnes) * characters[size])
}

/** Characters as wide as two: Chinese, Japanese, Korean and their punctuation. */
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g

/** The least a text takes on two lines: it breaks at spaces and soft hyphens. */
export function brokenWidth(text: string, size: TextSize, width: TextWidth): number {
  const plain = (part: string) => part.replaceAll('\u00AD', '')
  const breaks = [...text.matchAll(/[ \u00AD]/gu)].map(({ index, 0: sign }) => {
    const before = plain(text.slice(0, index)) + (sign === ' ' ? '' : '-')
    return Math.max(width(before, size), width(plain(text.slice(index + 1)), size))
  })
  return Math.min(width(plain(text), size), ...breaks)
}
