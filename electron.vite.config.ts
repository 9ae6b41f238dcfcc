import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        // The threads are files of their own beside the entry, which finds them by name.
        input: {
          index: from('src/main/index.ts'),
          writer: from('src/main/engine/writer.ts'),
          reader: from('src/main/engine/reader.ts'),
          deriver: from('src/main/store/rebuild/deriver.ts'),
          preparer: from('src/main/search/preparer.ts'),
          questionProcess: from('src/main/questions/questionProcess.ts'),
          questionThread: from('src/main/questions/questionThread.ts'),
        },
        // Shared pieces too, since a module finds the threads beside itself.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is CommonJS.
      rollupOptions: {
        input: from('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    publicDir: from('resources/icons'),
    plugins: [react()],
    build: {
      outDir: from('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The page's policy allows files only: nothing is inlined as data, no polyfill is injected.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: from('src/renderer/index.html') },
    },
  },
})
