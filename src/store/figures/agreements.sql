-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The agreements to choose from: covenants that run first, then the others that run, then what comes, then what is over.
SELECT 'agreement' AS kind, a.id, coalesce(a.title_nl, a.title_en, a.id) AS label, coalesce(a.title_en, a.title_nl, a.id) AS label_en,
  a.kind AS sort, a.start_date AS date, a.end_date, a.notice_date, a.status, a.document, a.requires_all,
  a.title_nl, a.title_en, a.reminder_days,
  p.id AS predecessor, p.start_date AS predecessor_start, p.end_date AS predecessor_end,
  (SELECT s.id FROM agreement AS s WHERE s.extends = a.id AND s.status <> 'declined' ORDER BY s.start_date LIMIT 1) AS successor
FROM agreement AS a
LEFT JOIN agreement AS p ON p.id = a.extends
ORDER BY a.start_date > :today OR coalesce(a.end_date, '9999') < :today, a.kind IS NOT 'covenant', a.start_date DESC, a.seq
