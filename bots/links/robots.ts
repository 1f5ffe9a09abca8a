// robots.txt: what a site asks programs to leave alone (RFC 9309). Linear in the length of rules and paths, since
// both come from strangers.

/** Our name in robots.txt and in every request. */
export const robotName = 'ReferralBot';

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** Whether a site with this robots.txt lets the bot read `path` (with its query). The longest fitting rule decides. */
export function mayRead(robotsText: string, path: string): boolean {
  const fitting = rulesFor(robotName.toLowerCase(), robotsText).filter(({ pattern }) => fits(pattern, path));
  const longest = Math.max(0, ...fitting.map(({ pattern }) => pattern.length));
  const deciding = fitting.filter(({ pattern }) => pattern.length === longest);
  return deciding.length === 0 || deciding.some(({ allow }) => allow);
}

const mostRules = 5000;

/** The rules of the groups that name the robot, else of those for everybody. */
function rulesFor(robot: string, text: string): readonly Rule[] {
  const named: Rule[] = [];
  const general: Rule[] = [];
  let groups: Rule[][] = [];
  let inAgents = false;
  let isNamed = false;
  for (const line of text.split(/\r\n?|\n/u, mostRules)) {
    const [, key = '', value = ''] = /^\s*([a-z-]{1,20})\s*:\s*([^\s#]*)/iu.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!inAgents) groups = [];
      inAgents = true;
      if (value.toLowerCase() === robot) groups.push(named);
      else if (value === '*') groups.push(general);
      isNamed ||= value.toLowerCase() === robot;
    } else if (name === 'allow' || name === 'disallow') {
      inAgents = false;
      if (value === '') continue;
      for (const group of groups) group.push({ allow: name === 'allow', pattern: encoded(value) });
    }
  }
  return isNamed ? named : general;
}

const encoded = (pattern: string): string =>
  pattern.toWellFormed().replaceAll(/[^\u0021-\u007e]+/gu, encodeURIComponent);

/** `*` stands for anything; `$` at the end for the end of the path. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = isWhole ? rest.pop() : undefined;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!isWhole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
