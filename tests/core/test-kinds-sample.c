/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-kinds-sample"

#include "cvn-kinds.h"

#include "cvn-record.h"

#include <string.h>

/* The descriptions against the files of the sample centre: no heading and no value is lost. */

/* One line of CSV without line breaks in cells. */
static GPtrArray *
split (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString   *cell = g_string_new (NULL);
  gboolean   quoted = FALSE;

  for (const char *c = line; *c != '\0'; c++)
    {
      if (*c == '"' && quoted && c[1] == '"')
        g_string_append_c (cell, *c++);
      else if (*c == '"')
        quoted = !quoted;
      else if (*c == ',' && !quoted)
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
        }
      else
        g_string_append_c (cell, *c);
    }
  g_ptr_array_add (cells, g_string_free (cell, FALSE));
  return cells;
}

static gboolean
is_derived (const CvnKind *kind,
            const char    *heading)
{
  g_auto (GStrv) words = g_strsplit (kind->derived != NULL ? kind->derived : "", "|", -1);

  return g_strv_contains ((const char *const *) words, heading);
}

/* The place of the field that @heading stands for; -1 for what the program works out. */
static int
find_place (const CvnKind *kind,
            const char    *heading)
{
  for (guint f = 0; f < kind->n_fields; f++)
    if (cvn_field_matches_heading (&kind->fields[f], heading))
      return (int) f;
  if (!is_derived (kind, heading))
    g_error ("%s: no field for the heading “%s”", kind->name, heading);
  return -1;
}

/* Whole cents where the heading says so; otherwise as people write it. */
static void
set_cell (CvnRecord  *record,
          guint       place,
          const char *heading,
          const char *text)
{
  const CvnField *field = &cvn_record_get_kind (record)->fields[place];
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && field->type == CVN_FIELD_MONEY)
    {
      g_assert_true (g_str_has_suffix (heading, "_cent"));
      cvn_value_set_integer (&value, g_ascii_strtoll (text, NULL, 10));
    }
  else
    {
      cvn_field_parse (field, text, CVN_LANGUAGE_EN, &value, &error);
      g_assert_no_error (error);
    }
  cvn_record_set_value (record, place, &value);
}

static void
check_line (const CvnKind *kind,
            GPtrArray     *headings,
            const char    *line)
{
  g_autoptr (GPtrArray) cells = split (line);
  g_autoptr (CvnRecord) record = cvn_record_new (kind);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (cells->len, ==, headings->len);
  for (guint i = 0; i < cells->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i);
      int         place = find_place (kind, heading);

      if (place >= 0)
        set_cell (record, (guint) place, heading, g_ptr_array_index (cells, i));
    }
  if (!cvn_record_check (record, &error))
    g_error ("%s: %s\n%s", kind->name, error->message, line);
}

static void
test_file (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) headings = NULL;
  g_autoptr (GError) error = NULL;
  const CvnKind *kind;

  *strrchr (name, '.') = '\0';
  kind = cvn_kind_find_file (name);
  g_assert_nonnull (kind);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  headings = split (lines[0]);
  for (guint i = 0; i < headings->len; i++)
    find_place (kind, g_ptr_array_index (headings, i));
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      check_line (kind, headings, lines[i]);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_SRCDIR"), "data", "sample-centre", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_test_init (&argc, &argv, NULL);

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/core/kinds-sample/", file, NULL);

      if (g_str_has_suffix (file, ".csv"))
        g_test_add_data_func_full (path, g_build_filename (folder, file, NULL), test_file, g_free);
    }
  return g_test_run ();
}
