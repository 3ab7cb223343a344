-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'partner_package' AS kind, p.id, printf('%04d', p.year) AS date, coalesce(o.name_nl, o.name_en, p.organisation) AS label,
  coalesce(o.name_en, o.name_nl, p.organisation) AS label_en, p.package, p.price AS amount, p.organisation, v.number AS invoice, v.id AS invoice_id,
  count(x.id) AS promised,
  count(x.id) FILTER (WHERE x.delivered_on IS NULL AND x.planned_on IS NOT NULL AND x.due >= :today) AS planned,
  count(x.delivered_on) AS delivered,
  count(x.id) FILTER (WHERE x.delivered_on IS NULL AND x.due < :today) AS overdue
FROM partner_package AS p
LEFT JOIN organisation AS o ON o.id = p.organisation
LEFT JOIN invoice AS v ON v.id = p.invoice
LEFT JOIN exposure AS x ON x.package = p.id
WHERE p.year = :year
GROUP BY p.id
ORDER BY overdue DESC, label COLLATE NOCASE, p.seq
