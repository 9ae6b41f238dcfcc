/** A PDF as Chromium builds one, small enough for tests that have no browser: one page, its facts first, a plain table of objects. */
export function printedPdf(page: { readonly html: string }, at = Date.now()): Uint8Array {
  const date = `D:${new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14)}+00'00'`
  const stream = Buffer.from(page.html, 'utf8').toString('latin1')
  const objects = [
    `<</Title <FEFF0061>\n/Creator (Mozilla/5.0 \\(X11\\) HeadlessChrome)\n/Producer (Skia/PDF m156)\n/CreationDate (${date})\n/ModDate (${date})>>`,
    `<</Length ${stream.length}>> stream\n${stream}\nendstream`,
    '<</Type /Page\n/Contents 2 0 R\n/MediaBox [0 0 595 842]\n/Parent 4 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
    '<</Type /Catalog\n/Pages 4 0 R\n/Lang (en)>>',
  ]
  let text = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 6\n/Root 5 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
