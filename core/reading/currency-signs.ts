// The signs and codes of currencies that stand before or behind an amount, and what each stands for.

/** Further codes of ISO 4217, which stand before or behind an amount. */
const codes =
  'AED|ARS|BDT|BHD|BGN|BRL|CLP|COP|CZK|EGP|GEL|GHS|HUF|IDR|ILS|ISK|KES|KRW|KWD|KZT|LKR|MAD|MXN|MYR|NGN|NZD|PEN|PHP|PKR|RON|RUB|SAR|THB|TRY|UAH|ZAR';
export const prefix = String.raw`NZ\$|R\$|US\$|AU\$|AUD\$?|CAD\$?|CA\$|C\$|A\$|S\$|SGD\$?|HK\$|HKD|NT\$|NTD|TWD|USDT|USD\$?|EUR|GBP|CHF|SEK|NOK|DKK|PLN|JPY|INR|VND|${codes}|RMB|CNY|¥|\$|€|£|₹|Rs\.?`;
export const suffix = String.raw`RMB|CNY|USDT|USDC|USD|SGD|HKD|NTD|TWD|AUD|CAD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|JPY|INR|VND|${codes}|人民币|元|块|美元|美金|美刀|刀|欧元|欧|英镑|日元|港币|港元|新币|新加坡元|台币|€|£|\$|U(?![A-Za-z])`;

const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:usdt|usdc|u)$/iu, 'USDT'],
  [/^(?:au|a\$)/iu, 'AUD'],
  [/^(?:ca|c\$)/iu, 'CAD'],
  [/^(?:sgd|s\$|新币|新加坡元)/iu, 'SGD'],
  [/^(?:hk|港)/iu, 'HKD'],
  [/^nz\$/iu, 'NZD'],
  [/^r\$/iu, 'BRL'],
  [/^(?:nt|twd|台币)/iu, 'TWD'],
  [/^(?:us|\$|美|刀)/iu, 'USD'],
  [/^(?:eur|€|欧)/iu, 'EUR'],
  [/^(?:gbp|£|英镑)/iu, 'GBP'],
  [/^(?:rmb|cny|¥|人民币|元|块)/iu, 'CNY'],
  [/^(?:jpy|日元)/iu, 'JPY'],
  [/^(?:inr|₹|rs)/iu, 'INR'],
];

export const currencyOf = (sign: string): string =>
  currencies.find(([pattern]) => pattern.test(sign))?.[1] ?? sign.toUpperCase();

/** Currencies whose units are small. */
export const weak: ReadonlySet<string> = new Set(
  'ARS BDT CLP COP CZK EGP HUF IDR INR ISK JPY KES KRW KZT LKR NGN PHP PKR RUB THB TRY TWD UAH VND ZAR'.split(
    ' ',
  ),
);
