// Discord's markdown as its clients show it: marks gone, escapes undone, links told apart. Only as much of the
// grammar as the bot may use; a mark that people's text smuggled in takes its characters away, so that tests see it.

export interface Read {
  readonly text: string;
  readonly links: readonly string[];
}

const grammar =
  /\\([^A-Za-z0-9\s])|`([^`\n]+)`|\[((?:\\.|[^\]\\])*)\]\(<([^>\s]*)>\)|<(https?:\/\/[^>\s]*)>|(https?:\/\/[^\s<]+)|<(?:@[!&]?|#|a?:\w+:|t:|\/[\w ]+:|id:)[^>]*>|@(?:everyone|here)|\*\*|__|~~|\|\||\*|_(?!\w)|(?<!\w)_/gu;

/** Throws where somebody or something would be mentioned. */
export function readMarkdown(source: string): Read {
  const links: string[] = [];
  const lines = source
    .split('\n')
    .map((line) => readLine(line.replace(/^ *(?:#{1,3} |-# |> |[-*] |\d+\. )?/u, '')));

  function readLine(line: string): string {
    return line.replaceAll(grammar, (...match) => {
      const [all, literal, code, label, target, address, bare] = match as (string | undefined)[];
      if (literal !== undefined) return literal;
      if (code !== undefined) return code;
      if (label !== undefined) {
        links.push(target ?? '');
        return readLine(label);
      }
      const link = address ?? bare;
      if (link !== undefined) {
        links.push(link);
        return link;
      }
      if (all?.startsWith('<') === true || all?.startsWith('@') === true) throw new Error(`mentions ${all}`);
      return '';
    });
  }

  return { text: lines.join('\n'), links };
}
