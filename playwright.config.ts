import { defineConfig } from '@playwright/test'
import { findChromium } from './test/e2e/support/chromium.ts'

/** The web console in the machine's own Chromium; nothing is downloaded. Needs a built renderer (`npm run build`). */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  testIgnore: 'electron/**',
  outputDir: 'test-results/browser',
  globalSetup: './test/e2e/support/setup.ts',
  workers: 2,
  // Two browsers and two engines on two cores: a test that needed a second try is told at the run's end.
  retries: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
})
