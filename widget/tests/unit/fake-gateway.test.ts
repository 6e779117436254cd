/** Records what the fake gateway answers; a Python test holds the recording against the published contract. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeGateway } from '../fake-gateway/gateway';
import type { Reply, Turn } from '../../src/protocol';
import { NOW } from './builders';

const gateway = new FakeGateway();

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => {
  gateway.close();
  vi.useRealTimers();
});

async function call(path: string, token = '', turn?: Turn): Promise<Reply & { token: string }> {
  const body = turn ? { body: JSON.stringify(turn) } : {};
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': JSON.stringify(turn ?? '') };
  const response = await fetch(address + path, { method: 'POST', headers, ...body });
  return (await response.json()) as Reply & { token: string };
}

let address = '';

test('the recording is what the fake gateway answers', async () => {
  address = await gateway.listen();
  const opened = await call('/api/conversations');
  const answers: Reply[] = [opened];
  const { token } = opened;
  const say = async (turn: Turn) => answers.push(await call('/api/conversation/messages', token, turn));
  const press = async (title: string) => {
    const offered = answers.at(-1)!.messages.flatMap((message) => message.buttons);
    await say({ button: offered.find((button) => button.title === title)!.id });
  };
  for (const text of ['Ik werd uitgelachen', 'gisteren', 'aan de balie']) await say({ text });
  await press('Overslaan');
  for (const text of ['Anneke Jansen', 'Stationsstraat 12', '0612345678', 'a@example.nl'])
    await say({ text });
  await press('Nee, ik wil iets wijzigen');
  await press('Het klopt toch, versturen');
  await say({ button: 'oud' });
  answers.push(await call('/api/conversation/keep-alive'));
  gateway.inactivitySeconds = 0;
  answers.push(await call('/api/conversation/keep-alive', token));
  const recording = JSON.stringify(answers, null, 2).replace(token, 'token');
  await expect(`${recording}\n`).toMatchFileSnapshot('../recorded/fake-gateway.json');
});
