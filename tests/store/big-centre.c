/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "big-centre"

#include "big-centre.h"

#define SQL_ORGANISATIONS                                                          \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) " \
  "INSERT INTO organisation (id, code, name_nl, name_en, kind, gm_code, hash) "    \
  "SELECT 'o' || i, 'gem-' || i, 'Gemeente ' || i, 'Municipality ' || i, 'municipality', 'GM' || i, 0 FROM n"
#define SQL_FEES                                                    \
  "INSERT INTO fee (id, service, payer, valid_from, amount, hash) " \
  "VALUES ('f', 'registration', 'all', '2010-01-01', 4500, 0)"
#define SQL_COUNTS                                                                                   \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "                   \
  "INSERT INTO registration_count (id, month, municipality, target_group, count, paid_count, hash) " \
  "SELECT 'r' || i, 2010 * 12 + i %% 120, 'o' || (1 + i %% 40), "                                    \
  "CASE i %% 3 WHEN 0 THEN 'child' WHEN 1 THEN 'student' ELSE 'partner' END, i %% 7, i %% 3, 0 FROM n"
#define SQL_SUMMARY                                                                                                   \
  "INSERT INTO registration_summary SELECT month, municipality, target_group, count(*), sum(count), sum(paid_count) " \
  "FROM registration_count GROUP BY 1, 2, 3"
#define SQL_EVENTS                                                                                      \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "                      \
  "INSERT INTO event (id, code, starts, title_nl, title_en, mode, status, attended, hash) "             \
  "SELECT 'e' || i, 'ev-' || i, printf ('%%04d-%%02d-10T20:00', 2010 + i %% 10, 1 + i %% 12), "         \
  "'Avond ' || char (97 + i %% 26, 97 + i / 26 %% 26, 97 + i / 676 %% 26, 105, 106, 107) || ' in ' || " \
  "char (97 + i * 7 %% 26, 97 + i * 11 %% 26, 97 + i * 13 %% 26, 97 + i * 17 %% 26, 114), "             \
  "'Evening ' || i, 'own', 'held', CASE WHEN i %% 97 > 0 THEN 10 + i %% 60 END, 0 FROM n"
#define SQL_DOCUMENTS \
  "INSERT INTO search_document (kind, record_id, title, text) SELECT 'event', id, title_nl, title_en || ' ' || code FROM event"

/*
 * A centre with forty municipalities, @n_counts registration counts in ten years and @n_events events, in a new folder.
 * At one in a hundred nobody counted the people. The rows are made by SQL: no journal, no hashes. Returns: (transfer full): a connection to it
 */
CvnDb *
cvn_test_make_big_centre (CvnTestFolder *folder,
                          guint          n_counts,
                          guint          n_events)
{
  g_autofree char *counts = g_strdup_printf (SQL_COUNTS, n_counts);
  g_autofree char *events = g_strdup_printf (SQL_EVENTS, n_events);
  const char      *scripts[] = { "BEGIN", SQL_ORGANISATIONS, SQL_FEES, counts, SQL_SUMMARY, events, SQL_DOCUMENTS,
                                 "INSERT INTO search_words (search_words) VALUES ('rebuild')",
                                 "INSERT INTO search_grams (search_grams) VALUES ('rebuild')", "COMMIT", "ANALYZE" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnDb) db = NULL;

  cvn_test_folder_make (folder);
  cvn_test_folder_make_centre (folder);
  db = cvn_db_open (folder->path, CVN_DB_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      cvn_db_run_script (db, scripts[i], &error);
      g_assert_no_error (error);
    }
  return g_steal_pointer (&db);
}
