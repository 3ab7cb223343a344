/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-figure-memory"

#include "cvn-figure-memory.h"

#include "cvn-figures-sum.h"
#include "cvn-file.h"
#include "cvn-journal.h"
#include "cvn-reader-private.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * Compiling and running the queries of the first page takes a tenth of the start, and gives what it gave the last time when
 * nothing was written since, no day has come on which they give something else, and the program is the same. What it gave is
 * kept beside the file, under a key made of all that. It holds for one frame: whoever shows it works the figures out afterwards all the same, so that what somebody
 * changed behind the journal's back does not stay on the screen. The file is of no other use; without it nothing is lost.
 */

#define FORMAT     "2"
#define KEY_LENGTH 64 /* digits of a SHA-256 */
#define AT_SUM     (KEY_LENGTH + 1)
#define AT_CONTENT ((gsize) 2 * (KEY_LENGTH + 1))
#define MAX_LENGTH ((gsize) 1024 * 1024)

static char *
make_name (CvnReader *reader)
{
  g_autofree char *folder = cvn_file_dup_backup_folder (cvn_db_get_path (reader->db));

  return g_build_filename (folder, "last-figures", NULL);
}

static void
add_text (GChecksum  *sum,
          const char *text)
{
  const char *whole = text != NULL ? text : "";

  g_checksum_update (sum, (const guchar *) whole, (gssize) strlen (whole) + 1);
}

/*
 * The first start of a day would be slow if the day itself were in the key. The figures of the first page become others by
 * themselves on two sorts of days only: when a decision takes effect that was entered beforehand, and on the last day of a
 * month, when the open months of the budget begin with the next one.
 */
static char *
dup_span (CvnDb      *db,
          const char *today)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (db, "SELECT strftime('%Y-%m', ?1, '+1 day') || ' ' || coalesce(max(date), '') "
                                                           "FROM agreement_decision WHERE date <= ?1",
                                                       NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  cvn_statement_bind_text (statement, 1, today);
  return cvn_statement_step (statement, &has_row, NULL) && has_row ? g_strdup (cvn_statement_get_text (statement, 0)) : NULL;
}

/**
 * cvn_figure_memory_dup_key:
 * @names: of figures; ends with NULL
 * @language: of what is kept with them
 *
 * What the figures follow from: the last entry of the journal, whose hash depends on all before it, the SQL of all figures,
 * and what they are asked for. Days between which none of the first page becomes another have one key.
 *
 * Returns: (transfer full) (nullable): the key; NULL when the file cannot be read
 */
char *
cvn_figure_memory_dup_key (CvnReader                *reader,
                           const char *const        *names,
                           const CvnFigureArguments *arguments,
                           CvnLanguage               language)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *hash = NULL;
  g_autofree char *span = dup_span (reader->db, arguments->today);
  g_autofree char *rest = NULL;
  gint64           no = 0;

  if (span == NULL || !cvn_journal_get_last (reader->db, &no, &hash, NULL))
    return NULL;
  rest = g_strdup_printf ("%" G_GINT64_FORMAT " %d %d", no, arguments->year, (int) language);
  add_text (sum, FORMAT);
  add_text (sum, CVN_FIGURES_SUM);
  add_text (sum, hash);
  add_text (sum, rest);
  add_text (sum, span);
  add_text (sum, arguments->record);
  for (guint i = 0; names[i] != NULL; i++)
    add_text (sum, names[i]);
  return g_strdup (g_checksum_get_string (sum));
}

/** cvn_figure_memory_read: (transfer full) (nullable): what was kept under @key; NULL when it is something else, or damaged. */
GVariant *
cvn_figure_memory_read (CvnReader          *reader,
                        const char         *key,
                        const GVariantType *type)
{
  g_autofree char *name = make_name (reader);
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) content = NULL;
  gsize length = 0;

  if (!g_file_get_contents (name, &text, &length, NULL) || length < AT_CONTENT || !g_str_has_prefix (text, key))
    return NULL;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text + AT_CONTENT, length - AT_CONTENT);
  if (strncmp (text + AT_SUM, sum, KEY_LENGTH) != 0)
    return NULL;
  bytes = g_bytes_new (text + AT_CONTENT, length - AT_CONTENT);
  content = g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE));
  return g_variant_is_normal_form (content) ? g_steal_pointer (&content) : NULL;
}

/** cvn_figure_memory_write: keeps @content under @key, in the place of what was kept. Failing is no error. */
void
cvn_figure_memory_write (CvnReader  *reader,
                         const char *key,
                         GVariant   *content)
{
  g_autofree char *name = make_name (reader);
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *sum = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_variant_get_size (content) > MAX_LENGTH || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, g_variant_get_data (content), g_variant_get_size (content));
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n%s\n", key, sum);
  g_string_append_len (text, g_variant_get_data (content), (gssize) g_variant_get_size (content));
  /* Two programs may write at once, and none has to wait for the disk: what is half there does not match its sum. */
  if (!g_file_set_contents_full (name, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_debug ("%s", error->message);
}
