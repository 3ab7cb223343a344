-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'agreement_decision' AS kind, d.id, d.date, coalesce(a.title_nl, a.title_en, d.agreement) AS label, d.status, NULL AS amount,
  coalesce(a.title_en, a.title_nl, d.agreement) AS label_en, d.agreement, d.body
FROM agreement_decision AS d
LEFT JOIN agreement AS a ON a.id = d.agreement
WHERE d.organisation = :record
ORDER BY d.date DESC, d.seq DESC
