-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'allocation_line' AS kind, l.id, l.population_date AS date, coalesce(o.name_nl, o.name_en, l.organisation) AS label,
  coalesce(o.name_en, o.name_nl, l.organisation) AS label_en,
  l.allocation_key, l.method, l.total, l.organisation, l.weight, l.population_date, coalesce(l.population_source, l.source) AS population_source,
  l.rate, l.fixed, l.index_year, l.index_base, l.numerator, l.denominator, l.floor, l.remainder, l.cent_given, l.amount
FROM allocation_line AS l
LEFT JOIN organisation AS o ON o.id = l.organisation
WHERE l.year = :year AND (:record IS NULL OR l.contribution_rule = :record OR l.allocation_key = :record)
ORDER BY l.allocation_key, l.weight DESC, l.organisation
