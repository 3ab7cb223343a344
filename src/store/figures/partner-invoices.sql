-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'invoice' AS kind, id, date, number AS label, due_date, paid_on, status, total AS amount
FROM invoice
WHERE organisation = :record
ORDER BY date DESC, seq DESC
