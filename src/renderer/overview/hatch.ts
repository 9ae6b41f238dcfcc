const size = 6

/** Diagonal lines as an ECharts pattern: where data is not complete, the chart shows that instead of a small bar. */
export function hatch(colour: string): { readonly image: HTMLCanvasElement; readonly repeat: 'repeat' } {
  const image = document.createElement('canvas')
  image.width = size
  image.height = size
  const pen = image.getContext('2d')
  if (pen !== null) {
    pen.strokeStyle = colour
    pen.lineWidth = 1.5
    pen.beginPath()
    // Drawn over the corners too, so that the lines meet from tile to tile.
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 1, size + 1)
      pen.lineTo(shift + size + 1, -1)
    }
    pen.stroke()
  }
  return { image, repeat: 'repeat' }
}
