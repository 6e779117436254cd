/** Unit tests; those that need a document ask for one at the top of their file. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/unit/**/*.test.ts'], restoreMocks: true, testTimeout: 60_000 },
});
