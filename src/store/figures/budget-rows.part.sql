-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The lines of the budgets after the first year of "span", and of that year what a forecast by the seasons goes by, with the
-- records that feed them, each once: "state" is actual or committed, month 0 is an amount for the whole year. What lies in
-- another year counts in the first or the last month of its own. Registration fees are in budget-fees-*.part.sql.
followed (kind, ledger) AS (
  SELECT DISTINCT p.kind, coalesce(p.ledger, 'manual')
  FROM span AS s
  JOIN budget_line AS n ON n.year = s.first + 1 AND n.forecast_method = 'season'
  JOIN budget_line AS p ON p.year = s.first AND p.line = n.line AND p.kind = n.kind
),
fresh_line AS (
  SELECT b.id, b.seq, b.year, b.line, b.kind, b.description_nl, b.description_en, coalesce(b.description_nl, b.description_en, b.line) AS label,
    coalesce(b.ledger, 'manual') AS ledger, coalesce(b.over_budget, 'warn') AS over_budget, b.forecast_method,
    b.budget AS adopted, coalesce(b.amended, b.budget) AS budget, b.actual AS lump, b.forecast AS stated,
    CASE
      WHEN CAST(strftime('%Y', :today, '+1 day') AS INTEGER) > b.year THEN 13
      WHEN CAST(strftime('%Y', :today, '+1 day') AS INTEGER) < b.year THEN 1
      ELSE CAST(strftime('%m', :today, '+1 day') AS INTEGER)
    END AS open_from
  FROM budget_line AS b
  JOIN span AS s ON b.year BETWEEN s.first AND s.last
  WHERE b.year > s.first OR (b.kind, coalesce(b.ledger, 'manual')) IN (SELECT kind, ledger FROM followed)
),
--keep line (id, seq, year, line, kind, description_nl, description_en, label, ledger, over_budget, forecast_method, adopted, budget, lump, stated, open_from)
-- Of two lines that would be fed by the same, the first one is.
feed AS (
  SELECT year, kind, ledger, id
  FROM (
    SELECT year, kind, ledger, id, row_number() OVER (PARTITION BY year, kind, ledger ORDER BY line, seq) AS place
    FROM line
    WHERE ledger <> 'manual'
  )
  WHERE place = 1
),
last_decision AS (
  SELECT agreement, organisation, status
  FROM (
    SELECT agreement, organisation, status,
      row_number() OVER (PARTITION BY agreement, organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place
    FROM agreement_decision
    WHERE date IS NULL OR date <= :today
  )
  WHERE place = 1
),
pledge AS (
  SELECT c.id, c.year, c.amount, c.start_date, coalesce(o.name_nl, o.name_en, c.organisation) AS label,
    coalesce(l.status, 'invited') AS status,
    coalesce(
      (SELECT f.id FROM feed AS f WHERE f.year = c.year AND f.kind = 'income'
        AND f.ledger = CASE WHEN o.kind = 'municipality' THEN 'contributions_municipal' ELSE 'contributions_other' END),
      (SELECT f.id FROM feed AS f WHERE f.year = c.year AND f.kind = 'income' AND f.ledger = 'contributions')
    ) AS line
  FROM commitment AS c
  JOIN span AS s ON c.year BETWEEN s.first AND s.last
  JOIN organisation AS o ON o.id = c.organisation
  LEFT JOIN last_decision AS l ON l.agreement = c.agreement AND l.organisation = c.organisation
  WHERE c.year > s.first OR EXISTS (SELECT 1 FROM feed AS f WHERE f.year = c.year AND f.ledger LIKE 'contributions%')
),
due AS (
  SELECT p.line, p.year, p.status, p.label, i.id, i.due_date, i.amount,
    i.paid_on IS NOT NULL OR i.status IS 'paid' OR EXISTS (SELECT 1 FROM invoice AS v WHERE v.id = i.invoice AND v.status IS NOT 'draft') AS is_actual
  FROM pledge AS p
  JOIN instalment AS i ON i.commitment = p.id
  WHERE i.status IS NULL OR i.status NOT IN ('credited', 'written_off')
),
-- No days at all where no line is there to bear anything.
days (first, last) AS (
  SELECT printf('%04d', first + NOT EXISTS (SELECT 1 FROM line AS l WHERE l.year = first AND (l.kind = 'cost' OR l.ledger IN ('bookings', 'packages', 'events')))),
    printf('%04d~', last)
  FROM span
  WHERE EXISTS (SELECT 1 FROM line)
),
-- What an event cost or brought in: by its lines where it has them, else as it was entered with it. Then what each sponsor
-- paid or was invoiced, and what is still to come of what it pledged.
event_money (flow, state, kind, id, starts, label, code, amount) AS (
  SELECT f.flow, CASE e.status WHEN 'planned' THEN 'committed' ELSE 'actual' END, 'event', e.id, e.starts,
    coalesce(e.title_nl, e.title_en, e.code, e.id), e.budget_code,
    coalesce((SELECT sum(c.amount) FROM event_cost AS c WHERE c.event = e.id AND c.kind = f.flow), CASE f.flow WHEN 'income' THEN e.income ELSE e.cost END)
  FROM event AS e
  JOIN (SELECT 'income' AS flow UNION ALL SELECT 'cost') AS f
  WHERE e.status IN ('planned', 'held', 'cancelled') AND e.template IS NOT 1 AND e.starts BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)
  UNION ALL
  SELECT 'income', t.state, 'event_partner', p.id, e.starts, coalesce(o.name_nl, o.name_en, p.organisation), NULL,
    CASE t.state WHEN 'actual' THEN max(coalesce(p.invoiced, 0), coalesce(p.paid, 0))
      ELSE coalesce(p.pledged, 0) - max(coalesce(p.invoiced, 0), coalesce(p.paid, 0)) END
  FROM event AS e
  CROSS JOIN event_partner AS p ON p.event = e.id
  JOIN (SELECT 'actual' AS state UNION ALL SELECT 'committed') AS t
  LEFT JOIN organisation AS o ON o.id = p.organisation
  WHERE p.role = 'sponsor' AND (t.state = 'actual' OR coalesce(p.pledged, 0) > max(coalesce(p.invoiced, 0), coalesce(p.paid, 0)))
    AND (t.state = 'actual' OR e.status IS NOT 'cancelled') AND e.template IS NOT 1
    AND e.starts BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)
),
sold (ledger, flow, state, kind, id, year, date, label, amount, code) AS (
  SELECT 'bookings', 'income', CASE b.status WHEN 'delivered' THEN 'actual' ELSE 'committed' END, 'booking', b.id,
    CAST(substr(b.date, 1, 4) AS INTEGER), b.date, coalesce(o.name_nl, o.name_en, b.organisation), b.net, NULL
  FROM booking AS b
  LEFT JOIN organisation AS o ON o.id = b.organisation
  WHERE b.status IN ('booked', 'delivered') AND b.date BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)
  UNION ALL
  -- What the provider asks for it.
  SELECT 'bookings', 'cost', CASE b.status WHEN 'delivered' THEN 'actual' ELSE 'committed' END, 'booking', b.id,
    CAST(substr(b.date, 1, 4) AS INTEGER), b.date, coalesce(o.name_nl, o.name_en, b.provider, b.organisation), b.cost, NULL
  FROM booking AS b
  LEFT JOIN organisation AS o ON o.id = coalesce(b.provider, b.organisation)
  WHERE b.cost <> 0 AND b.status IN ('booked', 'delivered') AND b.date BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)
  UNION ALL
  SELECT 'packages', 'income', CASE WHEN v.id IS NOT NULL AND v.status IS NOT 'draft' THEN 'actual' ELSE 'committed' END, 'partner_package', p.id,
    p.year, coalesce(v.date, printf('%04d-01-01', p.year)), coalesce(o.name_nl, o.name_en, p.organisation), p.price, NULL
  FROM partner_package AS p
  LEFT JOIN invoice AS v ON v.id = p.invoice
  LEFT JOIN organisation AS o ON o.id = p.organisation
  WHERE CAST(p.year AS TEXT) BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)
  UNION ALL
  SELECT 'events', flow, state, kind, id, CAST(substr(starts, 1, 4) AS INTEGER), substr(starts, 1, 10), label, amount, code
  FROM event_money
  WHERE amount <> 0
),
money (line, year, state, status, kind, id, date, label, amount) AS (
  SELECT line, year, CASE WHEN is_actual THEN 'actual' ELSE 'committed' END, status, 'instalment', id, due_date, label, amount
  FROM due
  WHERE line IS NOT NULL
  UNION ALL
  SELECT p.line, p.year, 'committed', p.status, 'commitment', p.id, p.start_date, p.label,
    p.amount - coalesce((SELECT sum(i.amount) FROM instalment AS i WHERE i.commitment = p.id), 0)
  FROM pledge AS p
  WHERE p.line IS NOT NULL AND p.amount <> coalesce((SELECT sum(i.amount) FROM instalment AS i WHERE i.commitment = p.id), 0)
  UNION ALL
  -- On the line that the event names, else on the line of all events: once.
  SELECT coalesce(c.id, f.id), s.year, s.state, NULL, s.kind, s.id, s.date, s.label, s.amount
  FROM sold AS s
  LEFT JOIN line AS c ON c.year = s.year AND c.kind = s.flow AND c.line = s.code
  LEFT JOIN feed AS f ON f.ledger = s.ledger AND f.kind = s.flow AND f.year = s.year
  WHERE coalesce(c.id, f.id) IS NOT NULL
  UNION ALL
  SELECT e.budget_line, l.year, e.status, NULL, 'budget_entry', e.id, e.date, e.description, e.amount
  FROM budget_entry AS e
  JOIN line AS l ON l.id = e.budget_line
  UNION ALL
  SELECT f.id, t.year, 'actual', NULL, t.kind, t.id, t.date, t.label, t.amount
  FROM fee_money AS t
  JOIN feed AS f ON f.ledger = 'fees' AND f.kind = 'income' AND f.year = t.year
),
fresh_booked AS (
  SELECT line, year,
    CASE WHEN substr(date, 1, 4) < printf('%04d', year) THEN 1 WHEN substr(date, 1, 4) > printf('%04d', year) THEN 12 ELSE CAST(substr(date, 6, 2) AS INTEGER) END,
    state, status, kind, id, date, label, amount
  FROM money
  UNION ALL
  SELECT id, year, 0, 'actual', NULL, 'budget_line', id, printf('%04d', year), label, lump
  FROM line
  WHERE ledger = 'manual' AND coalesce(lump, 0) <> 0
),
--keep booked (line, year, month, state, status, kind, id, date, label, amount)
