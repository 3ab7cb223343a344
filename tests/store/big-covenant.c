/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "big-covenant"

#include "big-covenant.h"

static const char fill[] =
  "PRAGMA foreign_keys = OFF;"
  "BEGIN;"
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
  "INSERT INTO organisation (seq, id, code, name_nl, kind, hash) SELECT i, printf ('o%05d', i), printf ('org-%d', i), printf ('Partij %d', i), 'municipality', 0 FROM n;"
  "INSERT INTO agreement (seq, id, code, kind, title_nl, start_date, end_date, status, hash) VALUES (1, 'a1', 'conv', 'covenant', 'C', '2001-01-01', '2020-12-31', 'active', 0);"
  "INSERT INTO agreement_decision (seq, id, agreement, organisation, status, date, hash) SELECT seq, printf ('d%05d', seq), 'a1', id, 'signed', '2000-06-01', 0 FROM organisation;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
  "INSERT INTO commitment (seq, id, agreement, organisation, year, start_date, end_date, basis, amount, hash) "
  "SELECT i + 1, printf ('c%06d', i), 'a1', printf ('o%05d', i % 500 + 1), 2001 + i / 500, printf ('%04d-01-01', 2001 + i / 500), printf ('%04d-12-31', 2001 + i / 500), 'inhabitants', 400000, 0 FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39999) "
  "INSERT INTO invoice (seq, id, number, kind, organisation, date, due_date, net, total, status, paid_on, sent_on, hash) "
  "SELECT i + 1, printf ('v%06d', i), printf ('%04d-%05d', 2001 + i / 2000, i % 2000 + 1), 'contribution', printf ('o%05d', (i / 4) % 500 + 1), "
  "printf ('%04d-%02d-01', 2001 + i / 2000, i % 4 * 3 + 1), printf ('%04d-%02d-28', 2001 + i / 2000, i % 4 * 3 + 1), 100000, 100000, "
  "CASE WHEN i < 39000 THEN 'paid' ELSE 'sent' END, CASE WHEN i < 39000 THEN printf ('%04d-%02d-20', 2001 + i / 2000, i % 4 * 3 + 1) END, printf ('%04d-%02d-01', 2001 + i / 2000, i % 4 * 3 + 1), 0 FROM n;"
  "INSERT INTO instalment (seq, id, commitment, organisation, number, due_date, amount, invoice, paid_on, status, hash) "
  "SELECT seq, printf ('i%06d', seq), printf ('c%06d', (seq - 1) / 4), organisation, (seq - 1) % 4 + 1, due_date, total, id, paid_on, status, 0 FROM invoice;"
  "INSERT INTO payment (seq, id, date, kind, amount, organisation, hash) SELECT seq, printf ('p%06d', seq), paid_on, 'receipt', total, organisation, 0 FROM invoice WHERE paid_on IS NOT NULL;"
  "INSERT INTO settlement (seq, id, payment, invoice, amount, hash) SELECT seq, printf ('s%06d', seq), printf ('p%06d', seq), id, total, 0 FROM invoice WHERE paid_on IS NOT NULL;"
  "COMMIT;";

/*
 * A covenant "a1" of 500 parties over 20 years, 2001 to 2020, with 4 instalments a year, each invoiced and all but the last
 * thousand paid, in a new folder. The rows are made by SQL: no journal, no hashes.
 */
void
cvn_test_make_big_covenant (CvnTestFolder *folder)
{
  cvn_test_folder_make (folder);
  cvn_test_folder_make_centre (folder);
  cvn_test_sql (folder->path, fill);
}
