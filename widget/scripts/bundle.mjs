/** Makes the one file that a page loads; the same sources give the same bytes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const widget = fileURLToPath(new URL('..', import.meta.url));

export const bundlePath = fileURLToPath(
  new URL('../../bot/gateway/static/klachtbalie-chat.js', import.meta.url),
);
export const sizeLimit = 30 * 1024;

const inlineStyles = {
  name: 'inline-styles',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await esbuild.transform(source, { loader: 'css', minify: true, target: 'es2022' });
      return { contents: code, loader: 'text' };
    });
  },
};

/** Lit keeps a few lists on the global object; a guest on someone's page keeps them to itself. */
const keepInside = {
  name: 'keep-inside',
  setup(build) {
    build.onLoad({ filter: /node_modules\/(@lit|lit)[\w-]*\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = /\b(?:\w+\.)?((?:lit|reactive)\w*(?:Versions|Metadata))\b/g;
      return { contents: source.replace(names, 'litShared.$1'), loader: 'js' };
    });
  },
};

export async function makeBundle() {
  const result = await esbuild.build({
    absWorkingDir: widget,
    entryPoints: ['src/define.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'eof',
    charset: 'utf8',
    write: false,
    plugins: [inlineStyles, keepInside],
    inject: ['scripts/lit-shared.js'],
  });
  return Buffer.from(result.outputFiles[0].contents);
}

export function gzipSize(bundle) {
  return gzipSync(bundle, { level: 9 }).length;
}
