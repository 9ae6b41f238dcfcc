import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Who may import whom, by the folder the importing file stands in: the first rule whose folder fits holds. */
const rules: readonly {
  readonly folder: string
  readonly may: readonly string[]
  readonly electron: boolean
}[] = [
  { folder: 'src/shared/', may: ['src/shared/'], electron: false },
  { folder: 'src/collector/', may: ['src/collector/', 'src/shared/'], electron: false },
  { folder: 'src/preload/', may: ['src/shared/'], electron: true },
  { folder: 'src/renderer/', may: ['src/renderer/', 'src/shared/'], electron: false },
  { folder: 'src/main/hosts/electron/', may: ['src/main/', 'src/shared/'], electron: true },
  { folder: 'src/main/index.ts', may: ['src/main/', 'src/shared/'], electron: true },
  // The command line starts the collector as well; nothing else of the console knows it.
  { folder: 'src/main/hosts/cli/', may: ['src/main/', 'src/shared/', 'src/collector/'], electron: false },
  { folder: 'src/main/', may: ['src/main/', 'src/shared/', 'package.json'], electron: false },
]

/** Folders of src/main, inner ones first: none may import one that comes later, hosts least of all. */
const hostFree = [
  'metrics',
  'insights',
  'hours',
  'text',
  'exports',
  'attention',
  'assignments',
  'live',
  'planning',
  'telling',
  'audits',
  'consistency',
  'lists',
  'search',
  'transcripts',
  'print',
  'store',
  'sources',
  'sync',
  'reports',
  'engine',
]

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path = '']) => path)
}

function target(file: string, path: string): string {
  return relative(root, resolve(root, dirname(file), path))
    .split(sep)
    .join('/')
}

describe('who may import whom', () => {
  it('reads the whole tree', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(300)
  })

  it('keeps every import within its folder’s rule', () => {
    const faults = files.flatMap((file) => {
      const rule = rules.find((one) => file.startsWith(one.folder))
      return importsOf(file)
        .filter((path) => path.startsWith('.'))
        .map((path) => target(file, path))
        .filter((path) => !rule?.may.some((folder) => path.startsWith(folder)))
        .map((path) => `${file} imports ${path}`)
    })
    expect(faults).toEqual([])
  })

  it('leaves Electron to its host, its entry and the preload', () => {
    const faults = files.filter(
      (file) =>
        !rules.find((one) => file.startsWith(one.folder))?.electron && importsOf(file).includes('electron'),
    )
    expect(faults).toEqual([])
  })

  it('lets nothing but a host know a host', () => {
    const faults = files
      .filter((file) => hostFree.some((folder) => file.startsWith(`src/main/${folder}/`)))
      .filter((file) => importsOf(file).some((path) => target(file, path).startsWith('src/main/hosts/')))
    expect(faults).toEqual([])
  })

  it('keeps Node out of what runs in a page', () => {
    const faults = files
      .filter((file) => file.startsWith('src/renderer/') || file.startsWith('src/shared/'))
      .filter((file) => importsOf(file).some((path) => path.startsWith('node:')))
    expect(faults).toEqual([])
  })

  it('gives each foreign library of the screen one door', () => {
    const doors: Readonly<Record<string, RegExp>> = {
      echarts: /^src\/renderer\/ui\//,
      '@tabler/icons-react': /^src\/renderer\/ui\/icons/,
      '@base-ui/react': /^src\/renderer\/ui\/|^src\/renderer\/main/,
      'react-i18next': /^src\/renderer\/ui\/text/,
      'better-sqlite3': /^src\/(main\/(store|search)|collector)\//,
    }
    const faults = files.flatMap((file) =>
      importsOf(file)
        .flatMap((path) =>
          Object.entries(doors).filter(([name]) => path === name || path.startsWith(`${name}/`)),
        )
        .filter(([, door]) => !door.test(file))
        .map(([name]) => `${file} imports ${name}`),
    )
    expect(faults).toEqual([])
  })
})
