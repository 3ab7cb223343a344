/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sync-desk"

#include "cvn-sync-desk.h"

#include "cvn-reader-private.h"
#include "cvn-sync-state.h"

#include <string.h>

/* So much of the name that the server knows this copy by is enough to tell a few desks apart. */
#define DIGITS 8

static char *
dup_file_id (CvnReader *reader)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (reader->db, "SELECT value FROM meta WHERE name = 'file_id'", NULL);
  gboolean has_row = FALSE;

  return statement != NULL && cvn_statement_step (statement, &has_row, NULL) && has_row ? g_strdup (cvn_statement_get_text (statement, 0)) : NULL;
}

/** cvn_sync_desk_dup_home: (transfer full): where this copy of the file lies: a copy that lies elsewhere, or that was put back from a backup, is another desk. */
char *
cvn_sync_desk_dup_home (CvnReader *reader)
{
  g_autofree char *machine = NULL;
  g_autofree char *file = dup_file_id (reader);
  g_autofree char *text = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  text = g_strjoin ("|", g_strstrip (machine), cvn_db_get_path (reader->db), file, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/** cvn_sync_desk_was_moved: whether the file was copied, moved or put back since it was last exchanged: it may not know what it gave out. */
gboolean
cvn_sync_desk_was_moved (CvnReader *reader)
{
  g_autofree char *then = cvn_sync_state_dup (reader, CVN_SYNC_HOME);
  g_autofree char *now = cvn_sync_desk_dup_home (reader);

  return g_strcmp0 (then, now) != 0;
}

/** cvn_sync_desk_dup: (transfer full) (nullable): what records call this desk; NULL before its first exchange. */
char *
cvn_sync_desk_dup (CvnReader *reader)
{
  g_autofree char *install = cvn_sync_state_dup (reader, CVN_SYNC_INSTALL);
  g_autofree char *author = cvn_sync_state_dup (reader, CVN_SYNC_AUTHOR);

  if (install == NULL)
    return NULL;
  return g_strdup_printf ("%s #%.*s", author != NULL && *author != '\0' ? author : g_get_host_name (), DIGITS, install);
}

/** cvn_sync_desk_is_here: whether @desk, as a record names it, is this one, whoever works at it now. */
gboolean
cvn_sync_desk_is_here (CvnReader  *reader,
                       const char *desk)
{
  g_autofree char *install = cvn_sync_state_dup (reader, CVN_SYNC_INSTALL);
  const char      *mark = desk != NULL ? strrchr (desk, '#') : NULL;

  return install != NULL && mark != NULL && strlen (mark + 1) == DIGITS && g_str_has_prefix (install, mark + 1);
}

/** cvn_sync_desk_dup_name: (transfer full): @desk without what only the program reads. */
char *
cvn_sync_desk_dup_name (const char *desk)
{
  const char *mark = strrchr (desk, '#');

  return g_strchomp (mark != NULL ? g_strndup (desk, (gsize) (mark - desk)) : g_strdup (desk));
}
