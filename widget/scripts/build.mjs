/** Writes the bundle where the gateway serves it, and refuses one that is too large. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundlePath, gzipSize, makeBundle, sizeLimit } from './bundle.mjs';

const bundle = await makeBundle();
const size = gzipSize(bundle);
if (size > sizeLimit) throw new Error(`The bundle is ${size} bytes gzipped; the limit is ${sizeLimit}.`);
await mkdir(dirname(bundlePath), { recursive: true });
await writeFile(bundlePath, bundle);
console.log(`klachtbalie-chat.js: ${bundle.length} bytes, ${size} gzipped (limit ${sizeLimit})`);
