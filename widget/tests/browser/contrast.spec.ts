/** Contrast of every pair of colours that meet, also those that no picture shows: hover, borders and focus. */
import type { Page } from '@playwright/test';
import { expect, test } from './setup';

const TEXT = 4.5;
const SHAPE = 3;

/** Front, back, and how much they must differ. */
const PAIRS: [front: string, back: string, least: number][] = [
  ['ink', 'paper', TEXT],
  ['ink', 'canvas', TEXT],
  ['subtle', 'paper', TEXT],
  ['subtle', 'bot', TEXT],
  ['link', 'paper', TEXT],
  ['link', 'bot', TEXT],
  ['link', 'choice-hover', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['on-choice', 'choice', TEXT],
  ['on-choice', 'choice-hover', TEXT],
  ['on-field', 'field', TEXT],
  ['on-bar', 'bar', TEXT],
  ['on-bot', 'bot', TEXT],
  ['on-citizen', 'citizen', TEXT],
  ['error', 'paper', TEXT],
  ['error', 'bot', TEXT],
  ['on-warning', 'warning', TEXT],
  ['on-ok', 'ok', TEXT],
  ['choice-border', 'canvas', SHAPE],
  ['choice-border', 'warning', SHAPE],
  ['choice-border', 'ok', SHAPE],
  ['field-border', 'paper', SHAPE],
  ['field-border', 'bot', SHAPE],
  ['accent', 'paper', SHAPE],
  ['accent', 'bot', SHAPE],
  ['focus', 'paper', SHAPE],
  ['focus', 'canvas', SHAPE],
  ['focus', 'bot', SHAPE],
  ['focus', 'warning', SHAPE],
  ['focus', 'ok', SHAPE],
];

/** Red, green and blue of each colour, as the browser resolves it. */
function resolve(page: Page, names: string[]): Promise<Record<string, number[]>> {
  return page.evaluate((all) => {
    const probe = document.createElement('i');
    document.querySelector('klachtbalie-chat')!.shadowRoot!.append(probe);
    const colour = (name: string) => {
      probe.style.color = `var(--_${name})`;
      return getComputedStyle(probe)
        .color.match(/[\d.]+/g)!
        .map(Number);
    };
    return Object.fromEntries(all.map((name) => [name, colour(name)]));
  }, names);
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: number[]): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number[], other: number[]): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is computed as WCAG says', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

for (const theme of ['', 'voorbeeldstad']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`colours of ${theme || 'standaard'} ${colorScheme} differ enough`, async ({ page, chat }) => {
      await page.emulateMedia({ colorScheme });
      await chat.visit(`/demo/toestand.html?naam=vraag&thema=${theme}`);
      await page.locator('body[data-ready]').waitFor();
      const colours = await resolve(page, [...new Set(PAIRS.flatMap(([front, back]) => [front, back]))]);
      const tooClose = PAIRS.map(([front, back, least]) => {
        const found = contrast(colours[front]!, colours[back]!);
        return found < least ? `${front} on ${back}: ${found.toFixed(2)}, not ${least}` : '';
      }).filter(Boolean);
      expect(tooClose).toEqual([]);
    });
  }
}
