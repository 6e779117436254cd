/** axe-core with every WCAG tag and the best practices, run past the page's own content security policy. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Let nothing fade in or out while axe measures: what fades has less contrast than what is read. */
async function standStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])];
    const moving = roots.flatMap((root) => root.getAnimations());
    const ending = moving.filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** Each violation of the page at rest as one line: the rule and the elements that break it. */
export async function violations(page: Page): Promise<string[]> {
  await standStill(page);
  await page.evaluate(axe.source);
  const results = (await page.evaluate(
    (tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }),
    TAGS,
  )) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.flat().join(' > ')} ${node.any[0]?.message ?? ''}`).join('; ')}`,
  );
}
