-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What somebody should look at, the most serious first. "what" says why; "amount" is cents or a number, by what.
WITH RECURSIVE
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
,
open_agreement AS (
  SELECT id, extends, requires_all
  FROM agreement
  WHERE status NOT IN ('draft', 'declined', 'expired', 'ended') AND coalesce(end_date, '9999') >= :today
),
party (agreement, organisation) AS (
  SELECT a.id, d.organisation FROM open_agreement AS a JOIN agreement_decision AS d ON d.agreement = a.id
  UNION
  SELECT a.id, c.organisation FROM open_agreement AS a JOIN commitment AS c ON c.agreement = a.id
  UNION
  SELECT a.id, d.organisation
  FROM open_agreement AS a
  JOIN agreement_decision AS d ON d.agreement = a.extends AND d.status = 'signed'
  WHERE a.requires_all = 1
),
ladder AS (
  SELECT agreement, organisation, status, date, expected,
    row_number() OVER (PARTITION BY agreement, organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place
  FROM agreement_decision
  WHERE date IS NULL OR date <= :today
),
counted_month (month) AS (
  SELECT max(:year * 12, (SELECT min(month) FROM registration_summary))
  UNION ALL
  SELECT month + 1 FROM counted_month WHERE month < :year * 12 + 11
),
-- Each column of the view is worked out once.
account AS MATERIALIZED (
  SELECT a.seq, a.total, a.received, a.credited, a.written_off
  FROM (
    SELECT seq FROM invoice WHERE paid_on IS NULL AND due_date < :today AND coalesce(status, 'sent') IN ('sent', 'partly_paid', 'overdue')
    UNION
    SELECT seq FROM invoice WHERE date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year) AND status IS NOT 'draft' AND total > 0
  ) AS h
  CROSS JOIN invoice_account AS a ON a.seq = h.seq
),
late (id, due_date, number, amount, level, reminded_on) AS (
  SELECT v.id, v.due_date, v.number, a.total - a.credited - a.written_off - a.received,
    (SELECT coalesce(max(level), 0) FROM reminder WHERE invoice = v.id), (SELECT max(date) FROM reminder WHERE invoice = v.id)
  FROM account AS a
  CROSS JOIN invoice AS v ON v.seq = a.seq
  WHERE v.paid_on IS NULL AND coalesce(v.status, 'sent') IN ('sent', 'partly_paid', 'overdue') AND v.due_date < :today
),
matter (place, what, kind, id, date, label, amount) AS (
  SELECT 0, 'conflict', substr(document, 1, instr(document, ':') - 1), substr(document, instr(document, ':') + 1), NULL, NULL, NULL
  FROM sync_conflict
  UNION ALL
  SELECT 1, 'unsigned', 'organisation', p.organisation, l.date, p.agreement, NULL
  FROM party AS p
  LEFT JOIN ladder AS l ON l.agreement = p.agreement AND l.organisation = p.organisation AND l.place = 1
  WHERE coalesce(l.status, 'invited') NOT IN ('signed', 'declined', 'withdrawn', 'ended')
  UNION ALL
  -- On each of the days that the agreement asks to be reminded on, and on no other.
  SELECT 1, r.what, r.kind, r.id, r.date, r.agreement, CAST(julianday(r.date) - julianday(:today) AS INTEGER)
  FROM (
    SELECT 'notice_near' AS what, 'agreement' AS kind, id, notice_date AS date, id AS agreement FROM agreement
    UNION ALL
    SELECT 'end_near', 'agreement', a.id, a.end_date, a.id
    FROM agreement AS a
    WHERE NOT EXISTS (SELECT 1 FROM agreement AS s WHERE s.extends = a.id AND s.status IS NOT 'declined')
    UNION ALL
    SELECT 'decision_near', 'organisation', organisation, expected, agreement
    FROM ladder
    WHERE place = 1 AND status IN ('invited', 'being_decided', 'pledged', 'reconsidering')
  ) AS r
  JOIN open_agreement AS o ON o.id = r.agreement
  JOIN agreement AS g ON g.id = o.id
  WHERE r.date >= :today
    AND EXISTS (
      SELECT 1 FROM json_each('[' || coalesce(g.reminder_days, '90, 30, 7') || ']') AS d
      WHERE d.value = CAST(julianday(r.date) - julianday(:today) AS INTEGER)
    )
  UNION ALL
  SELECT 2,
    CASE
      WHEN level = 1 AND max(date(due_date, '+14 days'), date(reminded_on, '+14 days')) <= :today THEN 'reminder_due'
      WHEN level = 2 AND max(date(due_date, '+30 days'), date(reminded_on, '+16 days')) <= :today THEN 'reminder_due'
      ELSE 'invoice_overdue'
    END, 'invoice', id, due_date, number, amount
  FROM late
  WHERE amount > 0
  UNION ALL
  SELECT 2, 'paid_too_much', 'invoice', v.id, v.due_date, v.number, a.received + a.credited + a.written_off - a.total
  FROM account AS a
  CROSS JOIN invoice AS v ON v.seq = a.seq
  WHERE v.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year) AND v.status IS NOT 'draft' AND v.total > 0
    AND a.received + a.credited + a.written_off > a.total
  UNION ALL
  SELECT 2, 'payment_unmatched', m.kind, m.id, m.date, m.payer_name, m.amount - m.put
  FROM money_received AS m
  WHERE m.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year) AND m.what = 'receipt' AND m.amount > m.put
  UNION ALL
  SELECT 2, 'instalment_overdue', 'instalment', i.id, i.due_date, i.code, i.amount
  FROM instalment AS i
  WHERE i.paid_on IS NULL AND i.status IS NOT 'paid' AND i.status IS NOT 'credited' AND i.status IS NOT 'written_off'
    AND i.due_date < :today
    AND NOT EXISTS (SELECT 1 FROM invoice AS v WHERE v.id = i.invoice AND v.status IS NOT 'draft')
  UNION ALL
  SELECT 3, 'over_budget', 'budget_line', id, printf('%04d', year), line, amount - budget
  FROM (
    SELECT l.id, l.year, l.line, l.budget, (SELECT sum(e.amount) FROM expected AS e WHERE e.line = l.id) AS amount
    FROM line AS l
    WHERE l.year = :year AND l.kind = 'cost' AND l.over_budget <> 'ignore'
  )
  WHERE amount > budget
  UNION ALL
  SELECT 4, 'month_without_figures', 'registration_count', NULL, printf('%04d-%02d', m.month / 12, m.month % 12 + 1), NULL, NULL
  FROM counted_month AS m
  WHERE m.month BETWEEN :year * 12 AND :year * 12 + 11
    AND printf('%04d-%02d', m.month / 12, m.month % 12 + 1) < substr(date(:today, '-10 days'), 1, 7)
    AND NOT EXISTS (SELECT 1 FROM registration_summary AS r WHERE r.month = m.month)
  UNION ALL
  SELECT 5, 'risk_without_measure', 'risk', id, NULL, code, likelihood * impact
  FROM risk
  WHERE status IN ('open', 'occurred') AND measure_nl IS NULL AND measure_en IS NULL
  UNION ALL
  SELECT 5, 'milestone_slipped', 'milestone', id, planned, coalesce(title_nl, title_en, code), CAST(julianday(:today) - julianday(planned) AS INTEGER)
  FROM milestone
  WHERE status NOT IN ('achieved', 'dropped') AND length(planned) = 10 AND planned < :today
  UNION ALL
  SELECT 6, 'attendance_missing', 'event', id, substr(starts, 1, 10), code, NULL
  FROM event AS e
  WHERE status = 'held' AND mode IS NOT 'announced' AND template IS NOT 1 AND attended IS NULL
    AND instr(coalesce(waived, ''), 'attended') = 0
    AND NOT EXISTS (SELECT 1 FROM event_signup AS s WHERE s.event = e.id AND s.attended IS NOT NULL)
    AND starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
  UNION ALL
  SELECT 6, 'event_not_closed', 'event', id, substr(starts, 1, 10), code, NULL
  FROM event
  WHERE status = 'planned' AND mode IS NOT 'announced' AND template IS NOT 1 AND starts < :today AND substr(coalesce(ends, starts), 1, 10) < :today
  UNION ALL
  SELECT 7, 'publication_late', 'event_publication', p.id, p.due, p.id, NULL
  FROM event_publication AS p
  JOIN event AS e ON e.id = p.event
  WHERE p.done_on IS NULL AND p.due < :today AND e.starts >= :today AND e.status IS NOT 'cancelled' AND e.template IS NOT 1
  UNION ALL
  SELECT 7, 'task_late', 'task', k.id, k.due, k.title, NULL
  FROM task AS k
  LEFT JOIN event AS e ON e.id = k.event
  WHERE k.done_on IS NULL AND k.due < :today AND e.status IS NOT 'cancelled' AND e.template IS NOT 1
  UNION ALL
  SELECT 7, 'task_reminder', 'task', k.id, k.due, k.title, NULL
  FROM task AS k
  LEFT JOIN event AS e ON e.id = k.event
  WHERE k.done_on IS NULL AND k.due >= :today AND date(k.due, '-' || k.reminder || ' days') <= :today AND e.status IS NOT 'cancelled' AND e.template IS NOT 1
  UNION ALL
  SELECT 7, 'offer_lapsed', 'event_signup', s.id, s.offer_until, s.label, s.party
  FROM event_signup AS s
  JOIN event AS e ON e.id = s.event
  WHERE s.status = 'offered' AND s.offer_until < :today AND e.starts >= :today AND e.status IS NOT 'cancelled'
  UNION ALL
  SELECT 8, 'quote_expired', 'booking', b.id, b.valid_until, b.code, b.net
  FROM booking AS b
  WHERE b.status = 'quoted' AND b.valid_until < :today
  UNION ALL
  SELECT 8, 'provider_over', 'booking', t.id, t.date, t.code, NULL
  FROM (
    SELECT b.id, b.date, b.code, b.status, substr(b.date, 1, 7) AS month, coalesce(b.provider, p.provider) AS provider,
      row_number() OVER (PARTITION BY coalesce(b.provider, p.provider), substr(b.date, 1, 7) ORDER BY b.confirmed_on, b.date, b.seq) AS place
    FROM booking AS b
    JOIN programme AS p ON p.id = b.programme
    WHERE b.status IN ('booked', 'delivered') AND b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
      AND EXISTS (SELECT 1 FROM provider_capacity)
  ) AS t
  WHERE t.status = 'booked' AND t.provider IS NOT NULL
    AND t.place > (SELECT c.per_month FROM provider_capacity AS c
      WHERE c.provider = t.provider AND c.valid_from <= t.month || '-31' AND coalesce(c.valid_to, '9999') >= t.month || '-01'
      ORDER BY c.valid_from DESC LIMIT 1)
  UNION ALL
  SELECT 8, 'benefit_overdue', 'exposure', x.id, x.due, coalesce(x.title_nl, x.title_en), NULL
  FROM exposure AS x
  WHERE x.delivered_on IS NULL AND x.due < :today
)
SELECT what, kind, id, date, label, amount
FROM matter
ORDER BY place, date, kind, id
