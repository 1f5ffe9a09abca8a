// Which addresses Telegram takes for links, and how it writes them down.

export type CheckedLink = { readonly url: string } | { readonly fault: string };

/** Accepts http, https, tg and ton; a web host needs a dot, so `http://localhost` is refused. */
export function checkLink(link: string): CheckedLink {
  const inner = /^(?:tg|ton):(?:\/\/)?(.*)$/isu.exec(link);
  if (inner !== null) return inner[1] === '' ? { fault: 'URL host is empty' } : { url: link };
  const parts = /^(?:([^:/?#\s]*):\/\/)?(?:[^@/?#]*@)?([^/?#]*)(.*)$/su.exec(link.trim());
  const [, protocol = 'http', authority = '', rest = ''] = parts ?? [];
  if (!/^https?$/iu.test(protocol)) return { fault: 'Unsupported URL protocol' };
  const [, host = authority, port] = /^(.*?)(?::(\d*))?$/su.exec(authority) ?? [];
  if (host === '') return { fault: 'URL host is empty' };
  if (port !== undefined && (port === '' || Number(port) > 65_535)) {
    return { fault: 'Wrong port number specified in the URL' };
  }
  if (/\s/u.test(host)) return { fault: 'Disallowed character in URL host' };
  if (!host.includes('.') && !host.startsWith('[')) return { fault: 'Wrong HTTP URL' };
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const at = port === undefined ? host : `${host}:${port}`;
  return { url: `${protocol.toLowerCase()}://${at.toLowerCase()}${path.replaceAll(/\s/gu, '%20')}` };
}
