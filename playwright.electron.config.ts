import { defineConfig } from '@playwright/test'

/** The desktop app itself. Needs Electron's binary (`npx install-electron`) and a built app (`npm run build`). */
export default defineConfig({
  testDir: 'test/e2e/electron',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results/electron',
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
})
