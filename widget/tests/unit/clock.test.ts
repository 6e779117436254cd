/** The inactivity clock, with fake time. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock, type ClockPhase } from '../../src/clock';
import { createState, NOW } from './builders';

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

function createClock(): { clock: Clock; phases: ClockPhase[] } {
  const phases: ClockPhase[] = [];
  const clock = new Clock((phase) => phases.at(-1) !== phase && phases.push(phase));
  return { clock, phases };
}

test('goes from quiet through warning to over', () => {
  const { clock, phases } = createClock();
  clock.sync(createState());
  vi.advanceTimersByTime(779_999);
  expect(phases).toEqual(['quiet']);
  vi.advanceTimersByTime(1);
  expect(phases).toEqual(['quiet', 'warning']);
  vi.advanceTimersByTime(120_000);
  expect(phases).toEqual(['quiet', 'warning', 'over']);
});

test('stands still after the end', () => {
  const { clock } = createClock();
  clock.sync(createState());
  vi.advanceTimersByTime(900_000);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([-3_600_000, 3_600_000])('follows the server when the own clock is %i ms off', (skew) => {
  const { clock } = createClock();
  const shift = (iso: string) => new Date(Date.parse(iso) + skew).toISOString();
  const { now, warn_at, expires_at, ...rest } = createState();
  clock.sync({ ...rest, now: shift(now), warn_at: shift(warn_at), expires_at: shift(expires_at) });
  expect(clock.secondsLeft).toBe(900);
  expect(clock.phase).toBe('quiet');
});

test('ticks every second in the warning and every minute before', () => {
  let ticks = 0;
  const clock = new Clock(() => ticks++);
  clock.sync(createState());
  vi.advanceTimersByTime(120_000);
  expect(ticks).toBe(3);
  clock.sync(createState({}, 60));
  ticks = 0;
  vi.advanceTimersByTime(10_000);
  expect(ticks).toBe(10);
});

test('notices after a sleep that the time is over', () => {
  const { clock, phases } = createClock();
  clock.sync(createState());
  vi.setSystemTime(NOW + 1_000_000);
  clock.tick();
  expect(phases.at(-1)).toBe('over');
  expect(clock.secondsLeft).toBe(0);
});

test('goes back to quiet when the server gives more time', () => {
  const { clock, phases } = createClock();
  clock.sync(createState({}, 100));
  clock.sync(createState());
  expect(phases).toEqual(['warning', 'quiet']);
});
