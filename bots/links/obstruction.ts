// What keeps a link from being read, on its way through this folder.

import type { LinkObstacle } from '../../commands/linked-post.ts';

export class Obstruction extends Error {
  readonly obstacle: LinkObstacle;

  constructor(obstacle: LinkObstacle, cause?: unknown) {
    super(obstacle, { cause });
    this.name = 'Obstruction';
    this.obstacle = obstacle;
  }
}
