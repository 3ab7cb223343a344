-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A column: the label of the record "x" in English, where what it is called has two languages; else as it is.
coalesce(CASE x.kind
  WHEN 'budget_line' THEN (SELECT coalesce(n.description_en, n.description_nl, n.line) FROM budget_line AS n WHERE n.id = x.id)
  WHEN 'budget_plan' THEN (SELECT coalesce(n.description_en, n.description_nl, n.line) FROM budget_plan AS p JOIN budget_line AS n ON n.id = p.budget_line WHERE p.id = x.id)
  WHEN 'event' THEN (SELECT coalesce(e.title_en, e.title_nl, e.code, e.id) FROM event AS e WHERE e.id = x.id)
  ELSE (SELECT coalesce(o.name_en, o.name_nl) FROM organisation AS o WHERE o.id = CASE x.kind
    WHEN 'commitment' THEN (SELECT r.organisation FROM commitment AS r WHERE r.id = x.id)
    WHEN 'instalment' THEN (SELECT r.organisation FROM instalment AS r WHERE r.id = x.id)
    WHEN 'booking' THEN (SELECT r.organisation FROM booking AS r WHERE r.id = x.id)
    WHEN 'partner_package' THEN (SELECT r.organisation FROM partner_package AS r WHERE r.id = x.id)
    WHEN 'event_partner' THEN (SELECT r.organisation FROM event_partner AS r WHERE r.id = x.id)
    WHEN 'registration_count' THEN (SELECT r.municipality FROM registration_count AS r WHERE r.id = x.id)
    WHEN 'payment' THEN (SELECT r.organisation FROM payment AS r WHERE r.id = x.id)
    WHEN 'invoice' THEN (SELECT r.organisation FROM invoice AS r WHERE r.id = x.id)
  END)
END, x.label) AS label_en,
