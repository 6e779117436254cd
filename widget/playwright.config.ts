/** Browser tests on Debian's Chromium, against a fake gateway in the same process. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '../tests/output/widget/failures',
  workers: 1,
  // Both only bound what hangs; a busy machine may be slow.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // The last net under a busy machine; scripts/test names whatever needed it.
  retries: 1,
  maxFailures: 8,
  forbidOnly: true,
  reporter: [['dot']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
