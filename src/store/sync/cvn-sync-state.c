/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-state"

#include "cvn-sync-state.h"

#include "cvn-writer-private.h"

/** cvn_sync_state_dup: (transfer full) (nullable): what is remembered under @name; also NULL when it cannot be read. */
char *
cvn_sync_state_dup (CvnReader  *reader,
                    const char *name)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, "SELECT value FROM sync_state WHERE name = ?1", NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind (statement, "s", name);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? g_strdup (cvn_statement_get_text (statement, 0)) : NULL;
}

/** cvn_sync_state_get_integer: the number remembered under @name, or @otherwise. */
gint64
cvn_sync_state_get_integer (CvnReader  *reader,
                            const char *name,
                            gint64      otherwise)
{
  g_autofree char *text = cvn_sync_state_dup (reader, name);
  gint64           integer = otherwise;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return otherwise;
  return integer;
}

/** cvn_sync_state_set: remembers @value; NULL forgets it. */
gboolean
cvn_sync_state_set (CvnWriter  *writer,
                    const char *name,
                    const char *value,
                    GError    **error)
{
  if (value == NULL)
    return cvn_db_execute (writer->db, error, "DELETE FROM sync_state WHERE name = ?1", "s", name);
  return cvn_db_execute (writer->db, error, "INSERT INTO sync_state (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2", "ss", name, value);
}

/** cvn_sync_state_set_integer: as cvn_sync_state_set(), for a number. */
gboolean
cvn_sync_state_set_integer (CvnWriter  *writer,
                            const char *name,
                            gint64      value,
                            GError    **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return cvn_sync_state_set (writer, name, text, error);
}

/** cvn_sync_state_forget: the file is not shared any more; its records stay. */
gboolean
cvn_sync_state_forget (CvnWriter *writer,
                       GError   **error)
{
  return cvn_db_run_script (writer->db,
                            "DELETE FROM sync_state; DELETE FROM sync_leaf; DELETE FROM sync_former; DELETE FROM sync_waiting; "
                            "DELETE FROM sync_conflict; DELETE FROM sync_refused; DELETE FROM sync_notice; DELETE FROM sync_wanted",
                            error);
}
