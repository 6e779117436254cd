/** The theme, the guide and the styles name the same tokens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const names = (text: string) => [...new Set(text.match(/--(?:utrecht|klachtbalie)-[a-z-]+/g))].sort();

const styles = ['tokens', 'host', 'buttons', 'panel', 'messages', 'cards', 'composer', 'question'];
const used = names(styles.map((name) => read(`src/styles/${name}.css`)).join());

test('the guide names every token that the styles read, and no other', () => {
  expect(names(read('../docs/inbouwen.md'))).toEqual(used);
});

test('the second theme sets every token but the scheme', () => {
  const set = names(read('../bot/gateway/static/themes/voorbeeldstad.css'));
  expect(set).toEqual(used.filter((name) => name !== '--klachtbalie-color-scheme'));
});
