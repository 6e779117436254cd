/** The random key of a message. */
import { expect, test } from 'vitest';
import { newDeliveryKey } from '../../src/delivery-key';

test('newDeliveryKey makes a version 4 UUID, each time another', () => {
  const keys = Array.from({ length: 200 }, newDeliveryKey);
  expect(
    keys.filter((key) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key)),
  ).toEqual([]);
  expect(new Set(keys).size).toBe(200);
});
