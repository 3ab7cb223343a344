-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who contributes to the year, and with whom it shares what: "share" is its allocation key, or the line that all without one pay into,
-- who share by what they pay.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
due_by_party (organisation, line, share, weight, amount) AS (
  SELECT c.organisation, p.line, a.allocation_key, max(a.weight), sum(c.amount)
  FROM pledge AS p
  JOIN commitment AS c ON c.id = p.id
  LEFT JOIN allocation_line AS a ON a.seq = (
    SELECT min(b.seq) FROM allocation_line AS b
    WHERE b.id = c.allocation_line OR (c.allocation_line IS NULL AND b.year = c.year AND b.organisation = c.organisation AND c.basis IN ('inhabitants', 'percentage', 'equal'))
  )
  WHERE p.year = :year
  GROUP BY c.organisation, p.line, a.allocation_key
)
SELECT 'organisation' AS kind, d.organisation AS id, o.name_nl, o.name_en, coalesce(o.name_nl, o.name_en, d.organisation) AS label,
  coalesce(o.name_en, o.name_nl, d.organisation) AS label_en, d.line,
  coalesce('key ' || d.share, 'line ' || coalesce(d.line, '')) AS share, coalesce(d.weight, d.amount) AS weight, d.amount
FROM due_by_party AS d
JOIN organisation AS o ON o.id = d.organisation
WHERE d.amount > 0
ORDER BY o.kind IS NOT 'municipality', d.amount DESC, d.organisation
