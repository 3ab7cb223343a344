-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The lines of the allocation keys of the year, key by key.
SELECT 'allocation_line' AS kind, l.id, printf('%04d-01-01', l.year) AS date, coalesce(o.name_nl, o.name_en, l.organisation) AS label,
  coalesce(o.name_en, o.name_nl, l.organisation) AS label_en, l.allocation_key, l.method, l.total, l.organisation, l.weight, l.amount, l.source
FROM allocation_line AS l
LEFT JOIN organisation AS o ON o.id = l.organisation
WHERE l.year = :year
ORDER BY l.allocation_key, l.seq
