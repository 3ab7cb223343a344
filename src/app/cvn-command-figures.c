/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-command-figures"

#include "cvn-centre.h"
#include "cvn-command.h"
#include "cvn-money.h"
#include "cvn-record.h"
#include "cvn-store.h"

#include <glib/gi18n.h>

/* How a figure is printed. */
typedef struct
{
  const char *figure; /* its name in the store */
  const char *key;    /* in JSON */
  gboolean    money;
} Line;

static const Line lines[] = {
  { "contributions-committed", "committed", TRUE },
  { "contributions-received", "received", TRUE },
  { "fee-revenue", "fee_revenue", TRUE },
  { "fee-revenue-budget", "fee_budget", TRUE },
  { "registrations", "registrations", FALSE },
  { "bookings-by-state", "bookings", TRUE },
  { "events-held", "events", FALSE },
  { "commitment-thermometer", "thermometer", TRUE },
  { "result-expected", "result", TRUE },
};

static gpointer
read_figures (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const CvnFigureArguments *arguments = data;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_table_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      CvnTable *table = cvn_reader_figure (reader, lines[i].figure, arguments, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

/* The parts of the result are income and costs below zero: a figure on its own is their sum. */
static gboolean
is_split (const Line *line,
          CvnTable   *table)
{
  return cvn_table_find_column (table, "part") >= 0 && !g_str_equal (line->figure, "result-expected");
}

/* The numbers of one row, but for its part: {"amount":1,"number":2}. */
static void
append_row (GString  *json,
            CvnTable *table,
            guint     row)
{
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  for (guint column = 0; column < cvn_table_get_n_columns (table); column++)
    {
      const CvnValue *value = cvn_table_get (table, row, column);

      if (value->type != CVN_VALUE_INTEGER)
        continue;
      if (!first)
        g_string_append_c (json, ',');
      first = FALSE;
      cvn_json_write_string (json, cvn_table_get_column_name (table, column));
      g_string_append_printf (json, ":%" G_GINT64_FORMAT, value->integer);
    }
  g_string_append_c (json, '}');
}

static void
append_json (GString    *json,
             const Line *line,
             CvnTable   *table)
{
  g_string_append_c (json, ',');
  cvn_json_write_string (json, line->key);
  if (!is_split (line, table))
    {
      g_string_append_printf (json, ":%" G_GINT64_FORMAT, cvn_table_sum (table, "amount"));
      return;
    }
  g_string_append (json, ":{");
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      if (row > 0)
        g_string_append_c (json, ',');
      cvn_json_write_string (json, cvn_table_get_text (table, row, "part"));
      g_string_append_c (json, ':');
      append_row (json, table, row);
    }
  g_string_append_c (json, '}');
}

static char *
format_amount (const Line *line,
               gint64      amount)
{
  return line->money ? cvn_money_format_euro (amount, cvn_interface_language ()) : g_strdup_printf ("%" G_GINT64_FORMAT, amount);
}

static void
print_text (const Line *line,
            CvnTable   *table)
{
  const char      *label = _(cvn_figure_find (line->figure)->label);
  g_autofree char *total = NULL;

  if (!is_split (line, table))
    {
      total = format_amount (line, cvn_table_sum (table, "amount"));
      g_print ("%s: %s\n", label, total);
      return;
    }
  g_print ("%s:\n", label);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      g_autofree char *amount = format_amount (line, cvn_table_get_integer (table, row, "amount"));

      g_print ("  %s: %s\n", cvn_table_get_text (table, row, "part"), amount);
    }
}

static void
print_figures (const CvnCommand *command,
               GPtrArray        *tables)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_printf (json, "{\"year\":%d", command->figures);
  for (guint i = 0; i < tables->len; i++)
    if (command->json)
      append_json (json, &lines[i], g_ptr_array_index (tables, i));
    else
      print_text (&lines[i], g_ptr_array_index (tables, i));
  if (command->json)
    g_print ("%s}\n", json->str);
}

/** cvn_command_figures: --figures: as text, or as one line of JSON with amounts in cents. */
CvnExit
cvn_command_figures (const CvnCommand *command)
{
  g_autofree char *path = cvn_command_dup_file (command);
  g_autoptr (CvnCentre) clock = cvn_centre_new ();
  CvnFigureArguments arguments = { .year = command->figures, .today = cvn_centre_get_today (clock) };
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnStore) store = NULL;

  if (path == NULL)
    {
      cvn_command_complain (_("There is no centre yet. Name its file with --file."));
      return CVN_EXIT_FILE;
    }
  store = cvn_store_open (path, CVN_STORE_READ_ONLY, g_get_user_name (), &error);
  if (store != NULL)
    tables = cvn_store_read (store, read_figures, &arguments, &error);
  if (store != NULL)
    cvn_store_close (store);
  if (tables == NULL)
    {
      cvn_command_complain_of_file (path, error);
      return CVN_EXIT_FILE;
    }
  print_figures (command, tables);
  return CVN_EXIT_DONE;
}
