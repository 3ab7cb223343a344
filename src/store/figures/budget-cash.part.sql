-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What comes in and goes out, by month: to date as the bank has it or, without statements, as payments and entries have it;
-- then open instalments and invoices when they are due, and what is expected of the other lines. After budget-forecast.part.sql.
clock (open_from) AS (
  VALUES (CASE
    WHEN CAST(strftime('%Y', :today, '+1 day') AS INTEGER) > :year THEN 13
    WHEN CAST(strftime('%Y', :today, '+1 day') AS INTEGER) < :year THEN 1
    ELSE CAST(strftime('%m', :today, '+1 day') AS INTEGER)
  END)
),
has_bank (yes) AS (
  SELECT EXISTS (SELECT 1 FROM bank_line WHERE booking_date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year))
),
settled (invoice, amount) AS (
  SELECT s.invoice, sum(s.amount) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE p.date <= :today GROUP BY s.invoice
),
rest (line, flow, label, open_from, amount) AS (
  SELECT e.line, l.kind, l.label, l.open_from, max(0, e.amount - coalesce((SELECT sum(d.amount) FROM done AS d WHERE d.line = e.line), 0))
  FROM expected AS e
  JOIN line AS l ON l.id = e.line AND l.year = :year AND l.open_from <= 12 AND l.ledger NOT LIKE 'contributions%'
  WHERE e.month = 0 AND e.nature = 'open'
),
flow (month, kind, id, date, label, amount) AS (
  SELECT CAST(substr(b.booking_date, 6, 2) AS INTEGER), 'bank_line', b.id, b.booking_date, coalesce(b.counterparty, b.description, b.code, b.id), b.amount
  FROM bank_line AS b
  WHERE b.booking_date BETWEEN printf('%04d-01-01', :year) AND min(:today, printf('%04d-12-31', :year))
  UNION ALL
  SELECT CAST(substr(p.date, 6, 2) AS INTEGER), 'payment', p.id, p.date, coalesce(o.name_nl, o.name_en, p.organisation),
    CASE p.kind WHEN 'refund' THEN -abs(p.amount) ELSE p.amount END
  FROM payment AS p
  LEFT JOIN organisation AS o ON o.id = p.organisation
  WHERE p.date BETWEEN printf('%04d-01-01', :year) AND min(:today, printf('%04d-12-31', :year)) AND p.kind <> 'write_off'
    AND NOT (SELECT yes FROM has_bank)
  UNION ALL
  SELECT CAST(substr(e.date, 6, 2) AS INTEGER), 'budget_entry', e.id, e.date, e.description, CASE l.kind WHEN 'cost' THEN -e.amount ELSE e.amount END
  FROM budget_entry AS e
  JOIN line AS l ON l.id = e.budget_line AND l.year = :year
  WHERE e.status = 'actual' AND e.date BETWEEN printf('%04d-01-01', :year) AND min(:today, printf('%04d-12-31', :year))
    AND NOT (SELECT yes FROM has_bank)
  UNION ALL
  SELECT CASE WHEN i.due_date < printf('%04d-01-01', :year) THEN c.open_from ELSE max(c.open_from, CAST(substr(i.due_date, 6, 2) AS INTEGER)) END,
    'instalment', i.id, i.due_date, coalesce(o.name_nl, o.name_en, i.organisation), i.amount
  FROM clock AS c
  CROSS JOIN instalment AS i
  LEFT JOIN organisation AS o ON o.id = i.organisation
  WHERE c.open_from <= 12 AND i.due_date <= printf('%04d-12-31', :year) AND (i.paid_on IS NULL OR i.paid_on > :today)
    AND (i.paid_on IS NOT NULL OR i.status IS NULL OR i.status NOT IN ('paid', 'credited', 'written_off'))
    AND (i.due_date >= printf('%04d-01-01', :year) OR c.open_from > 1 OR :year = CAST(strftime('%Y', :today) AS INTEGER))
  UNION ALL
  SELECT CASE WHEN v.due_date < printf('%04d-01-01', :year) THEN c.open_from ELSE max(c.open_from, CAST(substr(v.due_date, 6, 2) AS INTEGER)) END,
    'invoice', v.id, v.due_date, coalesce(o.name_nl, o.name_en, v.organisation), v.total - coalesce(s.amount, 0)
  FROM clock AS c
  CROSS JOIN invoice AS v
  LEFT JOIN settled AS s ON s.invoice = v.id
  LEFT JOIN organisation AS o ON o.id = v.organisation
  WHERE c.open_from <= 12 AND v.due_date <= printf('%04d-12-31', :year) AND coalesce(v.sent_on, v.date) <= :today AND v.total > 0
    AND coalesce(v.status, 'sent') NOT IN ('draft', 'credited', 'written_off') AND (v.paid_on > :today OR (v.paid_on IS NULL AND v.status IS NOT 'paid'))
    AND v.total <> coalesce(s.amount, 0) AND NOT EXISTS (SELECT 1 FROM instalment AS i WHERE i.invoice = v.id)
    AND (v.due_date >= printf('%04d-01-01', :year) OR c.open_from > 1 OR :year = CAST(strftime('%Y', :today) AS INTEGER))
  UNION ALL
  SELECT e.month, e.kind, e.id, e.date, e.label, CASE l.kind WHEN 'cost' THEN -e.amount ELSE e.amount END
  FROM expected AS e
  JOIN line AS l ON l.id = e.line AND l.year = :year AND l.open_from <= 12
  WHERE e.nature = 'open' AND e.month > 0 AND l.ledger NOT LIKE 'contributions%'
  UNION ALL
  SELECT m.month, 'budget_line', r.line, printf('%04d-%02d', :year, m.month), r.label,
    CASE r.flow WHEN 'cost' THEN -1 ELSE 1 END * (r.amount / (13 - r.open_from) + (m.month - r.open_from < r.amount % (13 - r.open_from)))
  FROM rest AS r
  JOIN month_of_year AS m ON m.month >= r.open_from
  WHERE r.amount > 0
),
balance (kind, id, date, label, amount) AS (
  SELECT 'bank_balance', id, printf('%04d-01-01', :year), account, CASE year WHEN :year THEN opening ELSE closing END
  FROM bank_balance
  WHERE year = :year OR (year = :year - 1 AND closing IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bank_balance AS b WHERE b.year = :year))
),
piece (part, kind, id, date, label, amount) AS (
  SELECT 'opening', kind, id, date, label, amount FROM balance
  UNION ALL
  SELECT printf('%04d-%02d-%s', :year, month, CASE WHEN amount < 0 THEN 'out' ELSE 'in' END), kind, id, date, label, amount FROM flow
)
