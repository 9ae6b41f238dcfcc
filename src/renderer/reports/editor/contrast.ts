/** Whether a colour can be read on white paper (WCAG 2.2). */

/** What text needs. */
export const readableContrast = 4.5

/** 1 (white) to 21 (black); null for what is no `#rrggbb`. */
export function contrastOnWhite(colour: string): number | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
