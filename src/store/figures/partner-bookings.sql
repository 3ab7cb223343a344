-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'booking' AS kind, b.id, b.date, coalesce(p.name_nl, p.name_en, b.programme) AS label, b.status, b.net AS amount,
  coalesce(p.name_en, p.name_nl, b.programme) AS label_en
FROM booking AS b
LEFT JOIN programme AS p ON p.id = b.programme
WHERE b.organisation = :record
ORDER BY b.date DESC, b.seq
