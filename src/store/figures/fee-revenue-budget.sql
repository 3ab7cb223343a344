-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(sum(coalesce(b.amended, b.budget)), 0) AS amount
FROM budget_feed AS f
JOIN budget_line AS b ON b.id = f.budget_line
WHERE f.year = :year AND f.kind = 'income' AND f.ledger = 'fees'
