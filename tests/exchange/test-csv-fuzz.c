/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-csv-fuzz"

#include "csv-support.h"

#include <string.h>

#define FILES      5000
#define MAX_LENGTH 6000

/* What breaks parsers. */
static const char *const scraps[] = { "\"", "\"\"", ";", ",", "\t", "\r", "\n", "\r\n", "\xef\xbb\xbf", "\xff", "\x80", "=", "'", "-", "1.000", "1,000", "99999999999999999999", "0-0-0000", "sep=;\n" };

static void
mutate (GString *text)
{
  guint changes = (guint) g_test_rand_int_range (1, 8);

  for (guint i = 0; i < changes; i++)
    {
      gssize      at = g_test_rand_int_range (0, (gint32) text->len);
      gssize      length = g_test_rand_int_range (1, 40);
      const char *scrap = scraps[g_test_rand_int_range (0, G_N_ELEMENTS (scraps))];

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (0, 256);
          break;
        case 1:
          g_string_insert (text, at, scrap);
          break;
        case 2:
          g_string_erase (text, at, MIN ((gssize) text->len - at, length));
          break;
        case 3:
          g_string_insert_len (text, at, text->str, MIN (at, 50));
          break;
        default:
          g_string_truncate (text, (gsize) at);
          break;
        }
      if (text->len == 0)
        g_string_append (text, scrap);
    }
}

static GPtrArray *
load_samples (GPtrArray *kinds)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray  *samples = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      const CvnKind   *kind = csv_find_kind (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char            *bytes;

      if (kind == NULL || !g_file_get_contents (path, &bytes, NULL, NULL))
        continue;
      g_ptr_array_add (kinds, (gpointer) (guintptr) kind);
      g_ptr_array_add (samples, bytes);
    }

  return samples;
}

/* Nothing crashes, and whatever is read is UTF-8. */
static void
test_mutated_files (void)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GPtrArray) samples = load_samples (kinds);
  guint n_read = 0, n_refused = 0;

  for (guint i = 0; i < FILES; i++)
    {
      guint       which = i % samples->len;
      const char *sample = samples->pdata[which];
      g_autoptr (GString) text = g_string_new_len (sample, (gssize) MIN (strlen (sample), MAX_LENGTH));
      CsvContents contents;

      mutate (text);
      csv_read (kinds->pdata[which], text->str, text->len, &contents);
      for (guint p = 0; p < contents.problems->len; p++)
        g_assert_true (g_utf8_validate (contents.problems->pdata[p], -1, NULL));
      n_read += contents.records->len > 0;
      n_refused += contents.problems->len > 0;
      csv_contents_clear (&contents);
    }
  g_assert_cmpuint (n_read, >, FILES / 10);
  g_assert_cmpuint (n_refused, >, FILES / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-fuzz/mutated-files", test_mutated_files);
  return g_test_run ();
}
