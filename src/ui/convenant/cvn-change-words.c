/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-change-words"

#include "cvn-change-words.h"

#include "cvn-centre.h"
#include "cvn-date.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *change;
  const char *word;
} words[] = {
  { "added", N_("New") },
  { "changed", N_("Changed") },
  { "removed", N_("Removed") },
  { "kept", N_("Unchanged") },
};

/** cvn_change_words_get: @change for people. */
const char *
cvn_change_words_get (const char *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].change, change) == 0)
      return _(words[i].word);
  return "";
}

static guint
count (CvnTable   *table,
       const char *change)
{
  guint n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    n += g_strcmp0 (cvn_table_get_text (table, row, "change"), change) == 0;
  return n;
}

static char *
say (const char *change,
     guint       n)
{
  if (g_str_equal (change, "added"))
    return g_strdup_printf (ngettext ("%u new", "%u new", n), n);
  if (g_str_equal (change, "changed"))
    return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
  if (g_str_equal (change, "removed"))
    return g_strdup_printf (ngettext ("%u removed", "%u removed", n), n);
  return g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n);
}

/** cvn_change_words_dup_summary: how many rows of a preview are of each sort: "2 new · 4 unchanged". */
char *
cvn_change_words_dup_summary (CvnTable *table)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint            n = count (table, words[i].change);
      g_autofree char *part = n > 0 ? say (words[i].change, n) : NULL;

      if (part != NULL)
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/** cvn_change_words_new_cell: (transfer floating): says @change; what stays as it is says it softly. */
GtkWidget *
cvn_change_words_new_cell (const char *change)
{
  GtkWidget *cell = cvn_grid_cell_new (cvn_change_words_get (change), 0.0f, NULL);

  gtk_widget_add_css_class (cell, g_strcmp0 (change, "kept") == 0 ? "dim-label" : "heading");
  return cell;
}

/** cvn_table_words_get_label: the column label of a figure in the language of the interface, or "". */
const char *
cvn_table_words_get_label (CvnTable *table,
                           guint     row)
{
  const char *label = cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "label_en" : "label");

  return label != NULL ? label : "";
}

/** cvn_table_words_dup_day: a day of a figure in short, or "". */
char *
cvn_table_words_dup_day (CvnTable   *table,
                         guint       row,
                         const char *column)
{
  const char *iso = cvn_table_get_text (table, row, column);
  CvnDate     date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup ("");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

/** cvn_table_words_has: whether the cell holds anything. */
gboolean
cvn_table_words_has (CvnTable   *table,
                     guint       row,
                     const char *column)
{
  return !cvn_value_is_none (cvn_table_get (table, row, (guint) cvn_table_find_column (table, column)));
}

/** cvn_table_words_dup_money: an amount of a figure, or "" when there is none. */
char *
cvn_table_words_dup_money (CvnTable   *table,
                           guint       row,
                           const char *column)
{
  if (!cvn_table_words_has (table, row, column))
    return g_strdup ("");
  return cvn_money_format_euro (cvn_table_get_integer (table, row, column), cvn_interface_language ());
}
