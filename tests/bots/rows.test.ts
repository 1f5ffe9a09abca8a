// Rows of buttons on the platforms that have them.

import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';

import { render as renderDiscord } from '../../bots/discord/render.ts';
import { render as renderTelegram } from '../../bots/telegram/render.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import type { Action, View } from '../../core/view.ts';

const words = messagesOf('en');

/** `|` begins a row. */
const view = (labels: readonly string[]): View => ({
  kind: 'view',
  blocks: [{ kind: 'text', text: ['?'] }],
  actions: labels.map((label, index): Action => ({
    label: label.replace('|', ''),
    call: `opening id=${index}`,
    ...(label.startsWith('|') ? { apart: true } : {}),
  })),
});

const onTelegram = (labels: readonly string[]) =>
  renderTelegram(view(labels), words).keyboard.map((row) => row.map(({ text }) => text).join(' '));

const onDiscord = (labels: readonly string[]) =>
  renderDiscord(view(labels), words)
    .flat()
    .flatMap((part) => (part.type === ComponentType.ActionRow ? [part.components.length] : []));

test('begin where they are asked to', () => {
  const labels = ['Go', 'Stop', '|1', '2', '3', '|a', 'b'];
  expect(onTelegram(labels)).toEqual(['Go Stop', '1 2 3', 'a b']);
  expect(onDiscord(labels)).toEqual([2, 3, 2]);
});

test('hold on Telegram what a phone shows whole, all of them as wide as the widest', () => {
  const four = ['全部给我看', '每周致谢里写上我', '不再通知我', '全部删除'];
  expect(onTelegram(four)).toEqual(['全部给我看 每周致谢里写上我', '不再通知我 全部删除']);
  expect(onTelegram(['上一项', '跳过', '取消'])).toEqual(['上一项 跳过 取消']);
  expect(onTelegram(['a long way round', 'b', 'c'])).toEqual(['a long way round b', 'c']);
});

test('are filled on Discord where all buttons have no room otherwise', () => {
  expect(onDiscord(['a', '|b', '|c', '|d', '|e'])).toEqual([1, 1, 1, 1, 1]);
  expect(onDiscord(['a', '|b', '|c', '|d', '|e', '|f', 'g'])).toEqual([5, 2]);
});
