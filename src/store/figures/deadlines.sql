-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- An instalment that was invoiced is due as its invoice. "what" says which of the record's dates it is.
WITH period (first, last) AS (
  SELECT :today, date(:today, '+30 days')
),
ladder AS (
  SELECT organisation, status, expected,
    row_number() OVER (PARTITION BY agreement, organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place
  FROM agreement_decision
  WHERE date IS NULL OR date <= :today
),
dated (what, kind, id, date, label, amount) AS (
  SELECT 'instalment_due', 'instalment', i.id, i.due_date, i.organisation, i.amount
  FROM instalment AS i
  WHERE i.paid_on IS NULL AND i.status IS NOT 'paid' AND i.status IS NOT 'credited' AND i.status IS NOT 'written_off'
    AND NOT EXISTS (SELECT 1 FROM invoice AS v WHERE v.id = i.invoice AND v.status IS NOT 'draft')
    AND i.due_date BETWEEN :today AND date(:today, '+30 days')
  UNION ALL
  SELECT 'invoice_due', 'invoice', v.id, v.due_date, v.organisation, a.total - a.credited - a.written_off - a.received
  FROM invoice AS v
  CROSS JOIN invoice_account AS a ON a.seq = v.seq
  WHERE v.paid_on IS NULL AND coalesce(v.status, 'sent') IN ('sent', 'partly_paid', 'overdue')
    AND v.due_date BETWEEN :today AND date(:today, '+30 days')
  UNION ALL
  SELECT 'reminder_next', 'invoice', v.id,
    CASE n.level WHEN 1 THEN max(date(v.due_date, '+14 days'), date(n.date, '+14 days')) ELSE max(date(v.due_date, '+30 days'), date(n.date, '+16 days')) END,
    v.organisation, NULL
  FROM invoice AS v
  CROSS JOIN reminder AS n ON n.invoice = v.id AND n.level = (SELECT max(level) FROM reminder WHERE invoice = v.id)
  WHERE v.paid_on IS NULL AND coalesce(v.status, 'sent') IN ('sent', 'partly_paid', 'overdue') AND v.due_date < :today AND n.level < 3
  UNION ALL
  SELECT 'agreement_ends', 'agreement', id, end_date, coalesce(title_nl, title_en), NULL
  FROM agreement
  WHERE status NOT IN ('draft', 'declined', 'expired', 'ended')
  UNION ALL
  SELECT 'agreement_notice', 'agreement', id, notice_date, coalesce(title_nl, title_en), NULL
  FROM agreement
  WHERE status NOT IN ('draft', 'declined', 'expired', 'ended')
  UNION ALL
  SELECT 'decision_expected', 'organisation', organisation, expected, organisation, NULL
  FROM ladder
  WHERE place = 1 AND status IN ('invited', 'being_decided', 'pledged', 'reconsidering')
  UNION ALL
  SELECT 'event_starts', 'event', id, substr(starts, 1, 10), coalesce(title_nl, title_en), NULL
  FROM event
  WHERE status IS NOT 'cancelled' AND status IS NOT 'held' AND template IS NOT 1 AND starts >= :today
  UNION ALL
  SELECT 'publication_due', 'event_publication', p.id, p.due, coalesce(e.title_nl, e.title_en), NULL
  FROM event_publication AS p
  JOIN event AS e ON e.id = p.event
  WHERE p.done_on IS NULL AND e.status IS NOT 'cancelled' AND e.template IS NOT 1 AND p.due >= :today
  UNION ALL
  SELECT 'task_due', 'task', k.id, k.due, k.title, NULL
  FROM task AS k
  LEFT JOIN event AS e ON e.id = k.event
  WHERE k.done_on IS NULL AND e.status IS NOT 'cancelled' AND e.template IS NOT 1 AND k.due >= :today
  UNION ALL
  SELECT 'quote_expires', 'booking', b.id, b.valid_until, b.organisation, b.net
  FROM booking AS b
  WHERE b.status = 'quoted' AND b.valid_until >= :today
  UNION ALL
  SELECT 'benefit_due', 'exposure', x.id, x.due, coalesce(x.title_nl, x.title_en), NULL
  FROM exposure AS x
  WHERE x.delivered_on IS NULL AND x.due BETWEEN :today AND date(:today, '+30 days')
  UNION ALL
  SELECT 'milestone_due', 'milestone', id, planned, coalesce(title_nl, title_en), NULL
  FROM milestone
  WHERE status NOT IN ('achieved', 'dropped')
  UNION ALL
  SELECT 'follow_up', 'interaction', id, follow_up, subject, NULL
  FROM interaction
  WHERE done IS NOT 1
  UNION ALL
  SELECT 'contact_delete', 'contact', id, delete_after, role, NULL
  FROM contact
)
SELECT d.what, d.kind, d.id, d.date, coalesce(o.name_nl, o.name_en, d.label) AS label, coalesce(o.name_en, o.name_nl, d.label) AS label_en, d.amount
FROM dated AS d
JOIN period AS p ON d.date BETWEEN p.first AND p.last
LEFT JOIN organisation AS o ON d.kind IN ('instalment', 'invoice', 'organisation', 'booking') AND o.id = d.label
ORDER BY d.date, d.kind, d.id
