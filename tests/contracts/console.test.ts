import { render } from '../../bots/console/render.ts';
import { messagesOf } from '../../commands/locales/messages.ts';
import { rendererContract } from './renderer.ts';

const button = /^→ (.*): (\S.*)$/u;

rendererContract('console', (view) => {
  const lines = render(view, messagesOf('en'), { colour: false, width: Number.POSITIVE_INFINITY }).split(
    '\n',
  );
  const count = view.actions?.length ?? 0;
  const last = count === 0 ? [] : lines.slice(-count);
  const text = lines
    .slice(0, lines.length - count)
    .map((line) => line.replace(/^│ /u, ''))
    .join('\n');
  return {
    texts: [text],
    links: [...text.matchAll(/<(https?:[^>]*)>|^(https?:\S*)$/gmu)].map(
      ([, inside, alone]) => inside ?? alone ?? '',
    ),
    buttons: last.map((line) => {
      const [, label = '', target = ''] = button.exec(line) ?? [];
      return { label, target: target.replace(/^\//u, '') };
    }),
    admitsMore: false,
  };
});
