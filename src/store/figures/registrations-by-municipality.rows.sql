-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT r.municipality AS part, 'registration_count' AS kind, r.id, printf('%04d-%02d', r.month / 12, r.month % 12 + 1) AS date,
  coalesce(o.name_nl, o.name_en, r.municipality) AS label, coalesce(o.name_en, o.name_nl, r.municipality) AS label_en, r.target_group, r.count AS amount
FROM registration_count AS r
LEFT JOIN organisation AS o ON o.id = r.municipality
WHERE r.month BETWEEN :year * 12 AND :year * 12 + 11
ORDER BY r.month, r.seq
