-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The services of the year with what they cost and who pays for them, in the order in which they started.
SELECT 'roadmap_item' AS kind, r.id, r.code, coalesce(r.name_nl, r.name_en, r.code, r.id) AS label, coalesce(r.name_en, r.name_nl, r.code, r.id) AS label_en,
  coalesce(r.assigned_budget, r.cost_estimate, 0) AS cost,
  (SELECT group_concat(f.organisation, ' ') FROM service_funding AS f WHERE f.roadmap_item = r.id) AS payers
FROM roadmap_item AS r
WHERE r.replaced_by IS NULL AND coalesce(r.start_year, 0) <= :year
ORDER BY r.start_year IS NOT NULL, r.start_year, r.code, r.seq
