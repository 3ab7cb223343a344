-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The invoices dated in the year, and those of any year of which something is open or that were not sent; what wants a step first.
WITH chosen (seq) AS (
  SELECT seq FROM invoice WHERE date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
  UNION
  SELECT seq FROM invoice WHERE paid_on IS NULL AND status IS NOT 'credited' AND status IS NOT 'written_off'
  UNION
  SELECT seq FROM invoice WHERE id = :record
),
-- Each column of the view is worked out once.
sums AS MATERIALIZED (
  SELECT a.seq, a.total, a.received, a.credited, a.written_off, a.n_whole
  FROM chosen AS h
  CROSS JOIN invoice_account AS a ON a.seq = h.seq
  WHERE :record IS NULL OR a.id = :record
),
account AS MATERIALIZED (
  SELECT v.*, a.received, a.credited, a.written_off, a.n_whole,
    CASE WHEN v.status = 'draft' OR v.total <= 0 THEN 0 ELSE max(0, v.total - a.credited - a.written_off - a.received) END AS open,
    CASE WHEN v.status = 'draft' OR v.total <= 0 THEN 0 ELSE max(0, a.received + a.credited + a.written_off - v.total) END AS over,
    (SELECT max(level) FROM reminder AS r WHERE r.invoice = v.id) AS level,
    (SELECT max(date) FROM reminder AS r WHERE r.invoice = v.id) AS reminded_on
  FROM sums AS a
  CROSS JOIN invoice AS v ON v.seq = a.seq
),
judged AS MATERIALIZED (
  SELECT *,
    CASE
      WHEN status = 'draft' THEN 'draft'
      WHEN total <= 0 OR credits IS NOT NULL THEN 'credit_note'
      WHEN over > 0 AND n_whole > 1 THEN 'double'
      WHEN over > 0 THEN 'over'
      WHEN credited >= total THEN 'credited'
      WHEN open = 0 AND written_off > 0 THEN 'written_off'
      WHEN open = 0 THEN 'paid'
      WHEN due_date < :today THEN 'overdue'
      WHEN received > 0 THEN 'partly_paid'
      ELSE 'sent'
    END AS state
  FROM account
)
SELECT 'invoice' AS kind, j.id, j.due_date AS date, coalesce(o.name_nl, o.name_en, j.organisation) AS label,
  coalesce(o.name_en, o.name_nl, j.organisation) AS label_en, j.number, j.organisation, j.kind AS sort, j.date AS invoice_date, j.net, j.vat, j.total,
  j.received, j.credited, j.written_off, j.open, j.over, j.open - j.over AS amount, j.state, j.reference, j.period, j.sent_on, j.paid_on, j.note,
  max(0, CAST(julianday(:today) - julianday(j.due_date) AS INTEGER)) AS days_late, coalesce(j.level, 0) AS level, j.reminded_on, j.credits,
  (SELECT c.id FROM invoice AS c WHERE c.credits = j.id) AS credited_by
FROM judged AS j
LEFT JOIN organisation AS o ON o.id = j.organisation
ORDER BY
  CASE j.state WHEN 'draft' THEN 1 WHEN 'overdue' THEN 2 WHEN 'double' THEN 3 WHEN 'over' THEN 3 WHEN 'partly_paid' THEN 4 WHEN 'sent' THEN 5 ELSE 6 END,
  CASE WHEN j.state IN ('draft', 'overdue', 'double', 'over', 'partly_paid', 'sent') THEN j.due_date END,
  j.date DESC, j.number DESC, j.seq
