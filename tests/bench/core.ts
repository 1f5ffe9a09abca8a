// Verdicts and skill look-ups per second, on one core.

import { inForce } from '../../core/criteria.ts';
import { judge } from '../../core/matching.ts';
import { findSkill } from '../../core/skills.ts';
import { criteria, date, ideal, rates, search } from '../core/examples.ts';
import { seeker } from '../seeker.ts';
import { perSecond, type Row } from './table.ts';

export function coreBench(): readonly Row[] {
  const openings = [
    ideal,
    { ...ideal, locations: ['Berlin'], focus: 'frontend' as const },
    {
      ...ideal,
      arrangement: 'remote' as const,
      locations: [],
      remoteScope: 'Canada, United States',
      salary: null,
    },
    {
      ...ideal,
      salary: { min: 60_000, max: 90_000, currency: 'USD', period: 'year', monthsPerYear: null } as const,
    },
  ];
  const rows = openings.map((opening) => JSON.stringify(opening));
  const bare = perSecond((n) => String(JSON.parse(rows[n % rows.length] ?? '')).length);
  const verdicts = perSecond((n) => judge(openings[n % openings.length] ?? ideal, criteria, rates).score);
  const start = date('2026-11-01');
  const inForceRate = perSecond(
    (n) => inForce(search, start, new Date(start.getTime() + n * 1000)).phase.id.length,
  );
  const queries = ['kafka', '机器学习', 'k8s', 'no such thing'];
  const lookUps = perSecond((n) => findSkill(seeker, queries[n % queries.length] ?? '').kind.length);
  return [
    { what: 'verdicts a second', value: verdicts, unit: '/s', against: 'parsing an opening', bare },
    {
      what: 'criteria in force a second',
      value: inForceRate,
      unit: '/s',
      against: 'parsing an opening',
      bare,
    },
    { what: 'findSkill a second', value: lookUps, unit: '/s', against: 'parsing an opening', bare },
  ];
}
