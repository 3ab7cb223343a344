-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'budget_line' AS kind, b.id, printf('%04d', b.year) AS date, coalesce(b.description_nl, b.description_en, b.line) AS label, coalesce(b.description_en, b.description_nl, b.line) AS label_en,
  coalesce(b.amended, b.budget) AS amount
FROM budget_feed AS f
JOIN budget_line AS b ON b.id = f.budget_line
WHERE f.year = :year AND f.kind = 'income' AND f.ledger = 'fees'
ORDER BY b.seq
