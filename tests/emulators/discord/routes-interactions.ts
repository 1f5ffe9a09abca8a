// How a bot answers an interaction: the callback, then everything by the interaction's token.

import { flags, readBody } from './body.ts';
import type { Body } from './body.ts';
import { checkChoices } from './commands.ts';
import { showMessage } from './interactions.ts';
import type { Acknowledgement, Interaction } from './interactions.ts';
import { numberOf, recordOf, recordsOf, stringOf } from './json.ts';
import type { Json } from './json.ts';
import type { Message } from './message.ts';
import { readModalComponents } from './modal-components.ts';
import { edit, post, remove } from './posting.ts';
import { Form, unknownMessage, unknownWebhook } from './refusal.ts';
import { noContent, ok } from './router.ts';
import type { Answer, Request, Route } from './router.ts';

const answersTo: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5],
};
const modalOnMessage = [4, 5, 6, 7];

const originOf = ({ id, type, user, source, channel }: Interaction): Json => ({
  id,
  type,
  user: user.wire,
  authorizing_integration_owners: channel.guild === null ? { '1': user.wire.id } : { '0': channel.guild.id },
  ...(source === null ? {} : { interacted_message_id: source.id }),
});

const isV2 = (message: Message | null): boolean => message !== null && (message.wire.flags & flags.v2) !== 0;

function callback(request: Request): Answer {
  const { interactions, body, part, query, uploads } = request;
  const interaction = interactions.acknowledge(part('interaction_id'), part('interaction_token'));
  const form = new Form();
  const possible =
    interaction.type === 5 && interaction.source !== null
      ? modalOnMessage
      : (answersTo[interaction.type] ?? []);
  form.choice(['type'], body['type'], possible);
  form.close();
  const type = numberOf(body['type']);
  const data = recordOf(body['data']);
  const readData = (v2Before: boolean): Body => {
    const asked = readBody(
      form,
      ['data'],
      data,
      uploads,
      v2Before,
      interaction.source?.wire.attachments.map(({ filename }) => stringOf(filename)),
    );
    form.close();
    return asked;
  };
  const acknowledge = (how: Acknowledgement, message: Message | null): Answer => {
    interaction.acknowledged = how;
    interaction.original = message;
    return query.get('with_response') === 'true' ? ok(responseOf(interaction, type, message)) : noContent;
  };

  if (type === 4) {
    const asked = readData(false);
    const message = say(request, interaction, asked, (asked.flags & flags.ephemeral) !== 0);
    interaction.seen.put(showMessage('message', message));
    return acknowledge('message', message);
  }
  if (type === 5) {
    const ephemeral = (numberOf(data['flags']) & flags.ephemeral) !== 0;
    const empty = readBody(form, ['data'], {}, [], false);
    return acknowledge('thinking', say(request, interaction, empty, ephemeral, flags.loading));
  }
  if (type === 6) return acknowledge('quiet', interaction.source);
  if (type === 7) {
    const { source, channel } = interaction;
    if (source === null || !(source.ephemeral || channel.messages.has(source.id))) throw unknownMessage();
    const message = change(request, interaction, source, readData(isV2(source)));
    interaction.seen.put(showMessage('edit', message));
    return acknowledge('update', message);
  }
  if (type === 8) {
    const choices = recordsOf(data['choices']);
    if (!Array.isArray(data['choices'])) form.required(['data', 'choices']);
    form.length(['data', 'choices'], choices.length, 0, 25);
    checkChoices(form, choices, interaction.typing, ['data', 'choices']);
    form.close();
    interaction.seen.put({
      kind: 'choices',
      choices: choices.map(({ name, value }) => ({
        name: stringOf(name),
        value: typeof value === 'number' ? value : stringOf(value),
      })),
    });
    return acknowledge('choices', null);
  }
  const title = form.text(['data', 'title'], data['title'], 1, 45);
  const customId = form.text(['data', 'custom_id'], data['custom_id'], 1, 100);
  const components = readModalComponents(form, ['data', 'components'], data['components']);
  form.close();
  interaction.seen.put({ kind: 'modal', modal: { title, customId, components, interaction } });
  return acknowledge('modal', null);
}

const responseOf = ({ id, type }: Interaction, callbackType: number, message: Message | null): Json => ({
  interaction: {
    id,
    type,
    ...(message === null
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (message.wire.flags & flags.loading) !== 0,
          response_message_ephemeral: message.ephemeral,
        }),
  },
  resource: {
    type: callbackType,
    ...(message === null || callbackType === 6 ? {} : { message: message.wire }),
  },
});

function say(
  { world, emit }: Request,
  interaction: Interaction,
  body: Body,
  ephemeral: boolean,
  more = 0,
): Message {
  const message = post(world, emit, interaction.channel, world.bot, body, {
    ephemeral,
    flags: more,
    interaction: originOf(interaction),
  });
  if (ephemeral) interaction.hidden.set(message.id, message);
  return message;
}

/** Changes a message of this interaction and keeps every place that knows it up to date. */
function change({ world, emit }: Request, interaction: Interaction, before: Message, body: Body): Message {
  const message = edit(world, emit, before, body);
  if (interaction.original?.id === message.id) interaction.original = message;
  if (message.ephemeral) interaction.hidden.set(message.id, message);
  return message;
}

function interactionOf({ world, interactions, part }: Request): Interaction {
  if (part('webhook_id') !== world.bot.wire.id) throw unknownWebhook();
  return interactions.byToken(part('webhook_token'));
}

function messageOf(request: Request, interaction: Interaction): Message {
  const id = request.part('message_id');
  const { original, hidden, followUps, channel } = interaction;
  const message =
    id === '' || id === '@original' || id === original?.id
      ? current(interaction)
      : followUps.has(id)
        ? (hidden.get(id) ?? channel.messages.get(id))
        : undefined;
  if (message === undefined) throw unknownMessage();
  return message;
}

/** The first answer as it stands now, or undefined when it is gone. */
const current = ({ original, hidden, channel }: Interaction): Message | undefined =>
  original === null
    ? undefined
    : original.ephemeral
      ? (hidden.get(original.id) ?? original)
      : channel.messages.get(original.id);

function followUp(request: Request): Answer {
  const interaction = interactionOf(request);
  const form = new Form();
  const body = readBody(form, [], request.body, request.uploads, false);
  form.close();
  const loading = interaction.original;
  if (loading !== null && (loading.wire.flags & flags.loading) !== 0) {
    // The first one after "is thinking" takes its place, and its privacy.
    const message = change(request, interaction, loading, body);
    interaction.seen.put(showMessage('edit', message));
    return ok(message.wire);
  }
  const message = say(request, interaction, body, (body.flags & flags.ephemeral) !== 0);
  interaction.followUps.add(message.id);
  interaction.seen.put(showMessage('follow-up', message));
  return ok(message.wire);
}

function rewrite(request: Request): Answer {
  const interaction = interactionOf(request);
  const before = messageOf(request, interaction);
  const form = new Form();
  const body = readBody(
    form,
    [],
    request.body,
    request.uploads,
    isV2(before),
    before.wire.attachments.map(({ filename }) => stringOf(filename)),
  );
  form.close();
  const message = change(request, interaction, before, body);
  interaction.seen.put(showMessage('edit', message));
  return ok(message.wire);
}

function takeBack(request: Request): Answer {
  const interaction = interactionOf(request);
  const message = messageOf(request, interaction);
  remove(request.emit, message);
  interaction.hidden.delete(message.id);
  if (interaction.original?.id === message.id) interaction.original = null;
  interaction.seen.put(showMessage('deleted', message));
  return noContent;
}

const get = (request: Request): Answer => ok(messageOf(request, interactionOf(request)).wire);

const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
const message = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    open: true,
    answer: callback,
  },
  { method: 'POST', template: '/webhooks/{webhook_id}/{webhook_token}', open: true, answer: followUp },
  ...[original, message].flatMap((template): Route[] => [
    { method: 'GET', template, open: true, answer: get },
    { method: 'PATCH', template, open: true, answer: rewrite },
    { method: 'DELETE', template, open: true, answer: takeBack },
  ]),
];
