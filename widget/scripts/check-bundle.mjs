/** Fails when the committed bundle is not the one these sources give. */
import { readFile } from 'node:fs/promises';
import { bundlePath, gzipSize, makeBundle, sizeLimit } from './bundle.mjs';

const [committed, fresh] = await Promise.all([readFile(bundlePath), makeBundle()]);
if (!committed.equals(fresh)) {
  console.error('The committed bundle differs from its sources. Run: npm run build');
  process.exit(1);
}
if (gzipSize(fresh) > sizeLimit) {
  console.error(`The bundle is larger than ${sizeLimit} bytes gzipped.`);
  process.exit(1);
}
console.log(`The bundle is up to date (${gzipSize(fresh)} bytes gzipped).`);
