/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-content"

#include "cvn-content.h"

#include "cvn-error.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>

/* What is there already is written again only where it was damaged. */
#define SQL_PUT                                                        \
  "INSERT INTO file_content (hash, length, data) VALUES (?1, ?2, ?3) " \
  "ON CONFLICT (hash) DO UPDATE SET length = excluded.length, data = excluded.data WHERE data IS NOT excluded.data"
#define SQL_GET "SELECT data FROM file_content WHERE hash = ?1"
#define SQL_IS  "SELECT EXISTS (SELECT 1 FROM file_content WHERE hash = ?1)"
#define SQL_COUNT                                              \
  "SELECT count(*) FROM file_content AS c WHERE length > ?1 "  \
  "AND EXISTS (SELECT 1 FROM document WHERE file IS NOT NULL " \
  "AND substr (file, -64) = c.hash)"
/* What a record names, what a version of it names that somebody may still choose, and what a step back would bring back. */
#define SQL_THIN                                                                                           \
  "DELETE FROM file_content WHERE "                                                                        \
  "NOT EXISTS (SELECT 1 FROM document WHERE file IS NOT NULL AND substr (file, -64) = file_content.hash) " \
  "AND NOT EXISTS (SELECT 1 FROM sync_leaf WHERE document >= 'document:' AND document < 'document;' "      \
  "AND instr (body, file_content.hash)) "                                                                  \
  "AND NOT EXISTS (SELECT 1 FROM undo_stack AS u JOIN journal_change AS j ON j.journal_no = u.journal_no " \
  "WHERE j.kind = 'document' AND (instr (j.before, file_content.hash) OR instr (j.after, file_content.hash)))"

/** cvn_content_put: keeps @data, which adds up to @hash; what is there already stays, unless it was damaged. */
gboolean
cvn_content_put (CvnWriter  *writer,
                 const char *hash,
                 GBytes     *data,
                 GError    **error)
{
  return cvn_db_execute (writer->db, error, SQL_PUT, "sib", hash, (gint64) g_bytes_get_size (data), data);
}

/** cvn_content_get: (transfer full) (nullable): what adds up to @hash; NULL with %CVN_ERROR_NOT_FOUND, or %CVN_ERROR_DAMAGED when it does not any more. */
GBytes *
cvn_content_get (CvnReader  *reader,
                 const char *hash,
                 GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_GET, error);
  g_autoptr (GBytes) data = NULL;
  g_autofree char *sum = NULL;
  gboolean         has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind (statement, "s", hash);
  if (!cvn_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("The file is not on this computer."));
      return NULL;
    }
  data = cvn_statement_dup_bytes (statement, 0);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);
  if (g_str_equal (sum, hash))
    return g_steal_pointer (&data);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_DAMAGED, _("The file is damaged: it is not what was attached. A backup of the centre may hold it."));
  return NULL;
}

/** cvn_content_is_here: whether something that adds up to @hash is kept; FALSE also when that cannot be read. */
gboolean
cvn_content_is_here (CvnReader  *reader,
                     const char *hash)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_IS, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind (statement, "s", hash);
  return cvn_statement_step (statement, &has_row, NULL) && has_row && cvn_statement_get_integer (statement, 0) != 0;
}

/** cvn_content_count_larger: how many files of records, here, have more than @length bytes; 0 also when that cannot be read. */
gint64
cvn_content_count_larger (CvnReader *reader,
                          gint64     length)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, SQL_COUNT, NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return 0;
  cvn_statement_bind (statement, "i", length);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? cvn_statement_get_integer (statement, 0) : 0;
}

/** cvn_content_thin: drops what nothing names, and no step back would name again. Before anything else is done to the file. */
gboolean
cvn_content_thin (CvnDb   *db,
                  GError **error)
{
  return cvn_db_run_script (db, SQL_THIN, error);
}
