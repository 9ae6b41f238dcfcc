/** Colours that can be read on white paper. */

/** WCAG 2.2: what small text needs. */
const enough = 4.5

/** The colour, or the same one so much darker that it can be read on white. `#rrggbb`. */
export function readableAccent(colour: string): string {
  const channels = channelsOf(colour)
  for (let share = 1; share > 0; share -= 0.02) {
    const darker = channels.map((channel) => Math.round(channel * share))
    if (contrastOnWhite(darker) >= enough) return hexOf(darker)
  }
  return '#000000'
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function contrastOnWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
