/** Two chats on one page would lie on top of each other. */
import { beforeEach, expect, test, vi } from 'vitest';
import { OnePerPage } from '../../src/one-per-page';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));

const createGuest = () => ({ enter: vi.fn(), leave: vi.fn() });

test('the first enters, the second waits and the console says so', () => {
  const page = new OnePerPage();
  const [first, second] = [createGuest(), createGuest()];
  page.arrive(first);
  page.arrive(second);
  expect(first.enter).toHaveBeenCalledTimes(1);
  expect(second.enter).not.toHaveBeenCalled();
  expect(console.warn).toHaveBeenCalledTimes(1);
});

test('when the first leaves the second enters', () => {
  const page = new OnePerPage();
  const [first, second] = [createGuest(), createGuest()];
  page.arrive(first);
  page.arrive(second);
  page.depart(first);
  expect(first.leave).toHaveBeenCalledTimes(1);
  expect(second.enter).toHaveBeenCalledTimes(1);
});

test('one that waits can leave unnoticed', () => {
  const page = new OnePerPage();
  const [first, second] = [createGuest(), createGuest()];
  page.arrive(first);
  page.arrive(second);
  page.depart(second);
  expect(second.leave).not.toHaveBeenCalled();
  page.depart(first);
  expect(second.enter).not.toHaveBeenCalled();
});
