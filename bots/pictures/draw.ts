// Cards as pictures: each drawn once while it is asked for again and again, by a process that is begun for the first
// one and ended when there are no more.

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

import type { House } from '../../commands/context.ts';
import type { Delivery, Order } from './drawer.ts';

/** How many pictures are kept: the same card goes to many places one after the other. */
const kept = 16;

/** In milliseconds: how long the process waits for another card, and how long a card may take. */
const idle = 30_000;
const patience = 20_000;

const drawer = join(import.meta.dirname, 'drawer.ts');

/** `report` is told why a card could not be drawn; `program` draws. */
export function openDrawing(
  report: (fault: unknown) => void,
  program = drawer,
): NonNullable<House['pictureOf']> {
  const drawn = new Map<string, Promise<Uint8Array | null>>();
  const draw = openDrawer(program);
  return async ({ picture }) => {
    if (picture === undefined) return null;
    const key = JSON.stringify(picture.card);
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const drawing = draw(picture.card).catch((fault: unknown) => {
      drawn.delete(key);
      report(fault);
      return null;
    });
    drawn.set(key, drawing);
    const [oldest] = drawn.keys();
    if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
    return drawing;
  };
}

/** Rejects where the card cannot be drawn, or the process broke over it. */
function openDrawer(program: string): (card: Order['card']) => Promise<Uint8Array> {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let child: ChildProcess | undefined;
  let ending: NodeJS.Timeout | undefined;
  let count = 0;

  function begin(): ChildProcess {
    // It needs no settings, and so knows no secrets.
    const begun = fork(program, {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    begun.on('message', (delivery: Delivery) => settle(delivery));
    begun.on('exit', () => {
      if (child !== begun) return;
      child = undefined;
      for (const id of waiting.keys()) settle({ id, fault: 'the process that draws broke' });
    });
    begun.unref();
    return begun;
  }

  function settle(delivery: Delivery): void {
    const order = waiting.get(delivery.id);
    waiting.delete(delivery.id);
    if ('picture' in delivery) order?.resolve(delivery.picture);
    else order?.reject(new Error(delivery.fault));
    if (waiting.size > 0) return;
    child?.channel?.unref();
    end(idle);
  }

  function end(after: number): void {
    clearTimeout(ending);
    ending = setTimeout(() => child?.kill('SIGKILL'), after).unref();
  }

  return (card) => {
    child ??= begin();
    child.channel?.ref();
    end(patience);
    const order = Promise.withResolvers<Uint8Array>();
    const id = (count += 1);
    waiting.set(id, order);
    child.send({ id, card } satisfies Order, (fault) => {
      if (fault !== null) settle({ id, fault: fault.message });
    });
    return order.promise;
  };
}
