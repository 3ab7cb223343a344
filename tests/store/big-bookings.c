/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "big-bookings"

#include "big-bookings.h"

static const char fill[] =
  "BEGIN;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199)"
  " INSERT INTO organisation (id, name_nl, kind, hash) SELECT 'o' || i, 'Bedrijf ' || i, 'company', 0 FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)"
  " INSERT INTO programme (id, code, name_nl, price, provider, hash) SELECT 'p' || i, 'p' || i, 'Programma ' || i, 100000, 'o' || i, 0 FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19999)"
  " INSERT INTO booking (id, organisation, programme, date, net, cost, status, requested_on, quoted_on, valid_until, confirmed_on, delivered_on, minutes, hash)"
  " SELECT 'b' || i, 'o' || (i % 200), 'p' || (i % 20), date('2018-01-01', (i % 1095) || ' days'), 100000 + i, 50000,"
  " CASE i % 10 WHEN 0 THEN 'requested' WHEN 1 THEN 'quoted' WHEN 2 THEN 'booked' WHEN 3 THEN 'cancelled' ELSE 'delivered' END,"
  " '2018-01-01', '2018-01-02', '2018-02-01', '2018-01-10', '2018-02-01', 600, 0 FROM n;"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39999)"
  " INSERT INTO delivery_session (id, booking, date, minutes, hash) SELECT 's' || i, 'b' || (i / 2), '2019-01-01', 120, 0 FROM n;"
  "COMMIT;";

/*
 * 20,000 bookings of 2018 to 2020 in all states, of 20 programmes by 200 companies, each with two sessions, in a new folder. The
 * rows are made by SQL: no journal, no hashes.
 */
void
cvn_test_make_big_bookings (CvnTestFolder *folder)
{
  cvn_test_folder_make (folder);
  cvn_test_folder_make_centre (folder);
  cvn_test_sql (folder->path, fill);
}
