// Requests as the routes see them, and which route one belongs to.

import type { Upload } from './body.ts';
import type { Interactions } from './interactions.ts';
import type { Json } from './json.ts';
import type { Emit } from './posting.ts';
import type { World } from './world.ts';

export interface Stage {
  readonly world: World;
  readonly emit: Emit;
  readonly interactions: Interactions;
  readonly gatewayUrl: () => string;
}

export interface Request extends Stage {
  /** What stands in the place of a named part of the path; empty for a name the path does not have. */
  readonly part: (name: string) => string;
  readonly query: URLSearchParams;
  readonly json: unknown;
  readonly body: Json;
  readonly uploads: readonly Upload[];
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

export interface Route {
  readonly method: string;
  /** Named parts in braces, as in the published description. */
  readonly template: string;
  readonly answer: (request: Request) => Answer;
  /** Needs no token: the path carries one. */
  readonly open?: boolean;
}

export interface Match {
  readonly route: Route;
  readonly parts: Readonly<Record<string, string>>;
}

export const ok = (json: unknown): Answer => ({ status: 200, json });
export const created = (json: unknown): Answer => ({ status: 201, json });
export const noContent: Answer = { status: 204 };

/** Finds a route. `wrong method`: there is such a path, but not for this method. */
export function openRouter(
  routes: readonly Route[],
): (method: string, path: string) => Match | 'unknown' | 'wrong method' {
  const compiled = routes.map((route) => ({
    route,
    names: [...route.template.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name),
    pattern: new RegExp(`^${route.template.replaceAll(/\{\w+\}/gu, '([^/]+)')}$`, 'u'),
  }));
  return (method, path) => {
    let known = false;
    for (const { route, names, pattern } of compiled) {
      const match = pattern.exec(path);
      if (match === null) continue;
      if (route.method === method) {
        return {
          route,
          parts: Object.fromEntries(
            names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
          ),
        };
      }
      known = true;
    }
    return known ? 'wrong method' : 'unknown';
  };
}
