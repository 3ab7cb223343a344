/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "kill-writer"

#include "fault-vfs.h"
#include "store-support.h"

#include <stdio.h>

/*
 * A process made to be ended: kill-writer FILE N [KIND AT SEED] makes N changes and says "ack NUMBER" after each one that the
 * store acknowledged, "error MESSAGE" after each that it did not.
 */

static gboolean
add_and_edit (CvnWriter    *writer,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (CvnRecord) organisation = cvn_test_make_organisation (NULL, "An organisation");
  g_autoptr (CvnRecord) contact = NULL;
  g_autoptr (CvnRecord) count = NULL;

  if (!cvn_writer_put (writer, organisation, error))
    return FALSE;
  contact = cvn_test_make_contact (cvn_record_get_id (organisation), "secretary");
  count = cvn_test_make_count (cvn_record_get_id (organisation), 24000, 5, 1);
  cvn_record_set_text (organisation, "note", "changed at once");
  return cvn_writer_put (writer, contact, error) && cvn_writer_put (writer, count, error) && cvn_writer_put (writer, organisation, error);
}

static guint
read_number (const char *text)
{
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
say (const char *word,
     const char *rest)
{
  printf ("%s %s\n", word, rest);
  fflush (stdout);
}

static void
make_change (CvnStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *no = NULL;
  gint64           n = cvn_store_write (store, CVN_ACTION_ADD, NULL, NULL, add_and_edit, NULL, &error);

  if (error != NULL)
    {
      say ("error", error->message);
      return;
    }
  no = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  say ("ack", no);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    FaultKind   kind;
  } kinds[] = { { "power", FAULT_POWER }, { "io", FAULT_IO }, { "full", FAULT_FULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = NULL;

  for (gsize i = 0; argc > 5 && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (argv[3], kinds[i].name))
      fault_vfs_register (kinds[i].kind, read_number (argv[4]), read_number (argv[5]));
  store = cvn_store_open (argv[1], 0, "writer", &error);
  if (store == NULL)
    {
      say ("error", error->message);
      return 1;
    }
  for (guint n = read_number (argv[2]); n > 0; n--)
    make_change (store);
  cvn_store_close (store);
  printf ("ops %u\n", fault_vfs_get_n_operations ());
  return 0;
}
