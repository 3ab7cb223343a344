-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Every municipality that was ever counted or has inhabitants, the largest first, with what it has per month and group in the
-- year and the year before; one without registrations in them has one row without a month.
WITH people (municipality, inhabitants, date) AS (
  SELECT municipality, inhabitants, max(date) FROM population WHERE date <= printf('%04d-12-31', :year) GROUP BY municipality
),
places (municipality) AS (
  SELECT municipality FROM registration_summary UNION SELECT municipality FROM population
)
SELECT p.municipality AS id, o.name_nl, o.name_en, r.month, r.group_code AS target_group, r.n_rows, r.count, r.paid_count AS paid,
  r.paid_count * coalesce((
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.group_code WHEN 'child' THEN 'child' ELSE 'adult' END)
      AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ), 0) AS revenue
FROM places AS p
LEFT JOIN people AS n ON n.municipality = p.municipality
LEFT JOIN organisation AS o ON o.id = p.municipality
LEFT JOIN registration_summary AS r ON r.municipality = p.municipality AND r.month BETWEEN (:year - 1) * 12 AND :year * 12 + 11
ORDER BY coalesce(n.inhabitants, 0) DESC, p.municipality, r.month, r.group_code
