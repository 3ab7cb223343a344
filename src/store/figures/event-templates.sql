-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label,
  coalesce(e.title_en, e.title_nl, e.id) AS label_en, e.starts
FROM event AS e
WHERE e.template = 1
ORDER BY coalesce(e.title_nl, e.title_en), e.seq
