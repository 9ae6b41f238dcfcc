/** Small pictures that are drawn rather than shipped: the tray's mark, and the dot on the taskbar's icon. */
import { nativeImage, type NativeImage } from 'electron'

interface Color {
  readonly red: number
  readonly green: number
  readonly blue: number
}
const ink: Color = { red: 26, green: 27, blue: 30 }
const white: Color = { red: 255, green: 255, blue: 255 }
const danger: Color = { red: 224, green: 49, blue: 49 }

/** Thirty-two pixels shown as sixteen points. */
const size = 32

/** The app's F: on macOS a template, which the menu bar colours; elsewhere white on ink, which any panel shows. */
export function trayMark(platform: NodeJS.Platform): NativeImage {
  const isTemplate = platform === 'darwin'
  const image = drawn((x, y) => (isF(x, y) ? (isTemplate ? ink : white) : isTemplate ? null : ink))
  image.setTemplateImage(isTemplate)
  return image
}

/** A dot that says that something is open. */
export function overlayDot(): NativeImage {
  return drawn((x, y) => (Math.hypot(x - 15.5, y - 15.5) < 12 ? danger : null))
}

/** The letter of resources/icons/icon.svg, on half its grid. */
function isF(x: number, y: number): boolean {
  if (y < 6 || y >= 26) return false
  if (x >= 9 && x < 14) return true
  return (y < 10 && x >= 14 && x < 24) || (y >= 14 && y < 18 && x >= 14 && x < 22)
}

function drawn(colorAt: (x: number, y: number) => Color | null): NativeImage {
  const bitmap = Buffer.alloc(size * size * 4)
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const color = colorAt(pixel % size, Math.floor(pixel / size))
    // Blue, green, red, opacity.
    if (color !== null) bitmap.set([color.blue, color.green, color.red, 255], pixel * 4)
  }
  return nativeImage.createFromBitmap(bitmap, { width: size, height: size, scaleFactor: 2 })
}
