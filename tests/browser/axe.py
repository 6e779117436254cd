"""axe-core with every WCAG tag and the best practices, as the widget's own tests use it."""

from playwright.sync_api import Page

from bot.settings import ROOT

SOURCE = ROOT / "widget" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

# What is still fading in has less contrast than what is read; the typing dots never end.
STAND_STILL = """async () => {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(one => one.shadowRoot ?? [])];
  const moving = roots.flatMap(root => root.getAnimations());
  const ending = moving.filter(one => one.effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(one => one.finished));
}"""


def violations(page: Page) -> list[str]:
    """Return each violation of the page at rest as one line: the rule and the elements that break it."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(STAND_STILL)
    page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found["violations"]]
