// The fields of an opening by the names that people outside rely on.

import type { Opening } from '../../core/opening.ts';

export const fieldsOf = (isOpening: boolean, opening: Opening) => ({
  is_opening: isOpening,
  title: opening.title,
  titles: opening.titles,
  company: opening.company,
  locations: opening.locations,
  arrangement: opening.arrangement,
  remote_scope: opening.remoteScope,
  salary:
    opening.salary === null
      ? null
      : {
          min: opening.salary.min,
          max: opening.salary.max,
          currency: opening.salary.currency,
          period: opening.salary.period,
          months_per_year: opening.salary.monthsPerYear,
        },
  skills: opening.skills,
  language_required: opening.languageRequired,
  focus: opening.focus,
  apply_url: opening.applyUrl,
  contact: opening.contact,
});
