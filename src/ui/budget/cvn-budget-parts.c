/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-budget-parts"

#include "cvn-budget-parts.h"

#include "cvn-explain-view.h"
#include "cvn-explanation.h"
#include "cvn-money.h"
#include "cvn-tall.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

/** cvn_budget_scrolled_new: (out content): a box in a scrolled window, with the margins of a page. */
GtkWidget *
cvn_budget_scrolled_new (GtkWidget **content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (*content, "cvn-parties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (*content));
  return scrolled;
}

/** cvn_budget_section_new: a box below a title, appended to @content; @button, if any, stands beside the title. */
GtkWidget *
cvn_budget_section_new (GtkWidget  *content,
                        const char *title,
                        GtkWidget  *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (line), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (content), box);
  return box;
}

/** cvn_budget_text_new: words that wrap. */
GtkWidget *
cvn_budget_text_new (const char *text,
                     const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/** cvn_budget_money: (transfer full): whole euros, unless there are cents. */
char *
cvn_budget_money (gint64 cents)
{
  CvnLanguage language = cvn_interface_language ();

  return cents % 100 == 0 ? cvn_money_format_euro_short (cents, language) : cvn_money_format_euro (cents, language);
}

/** cvn_budget_signed_money: (transfer full): a difference: with a plus, where a minus would stand, when it is above zero. */
char *
cvn_budget_signed_money (gint64 cents)
{
  g_autofree char *less = cents > 0 ? cvn_budget_money (-cents) : NULL;
  g_autoptr (GString) text = g_string_new (less);

  if (cents <= 0)
    return cvn_budget_money (cents);
  g_string_replace (text, "−", "+", 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** cvn_budget_label: what a row is called, in the interface's language. */
const char *
cvn_budget_label (CvnTable *table,
                  guint     row)
{
  return cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "label_en" : "label");
}

/** cvn_budget_parse: reads an amount as people type it; nothing at all is zero. */
gboolean
cvn_budget_parse (const char *text,
                  gint64     *cents,
                  GError    **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *cents = 0;
  return *stripped == '\0' || cvn_money_parse (stripped, cvn_interface_language (), cents, error);
}

typedef struct
{
  GWeakRef from;
  char    *done;
} Run;

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Run *run = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&run->from);
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (from != NULL && no < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cvn_window_show_toast (from, error->message, FALSE);
  else if (from != NULL && no > 0 && run->done != NULL)
    cvn_window_show_toast (from, run->done, TRUE);
  g_weak_ref_clear (&run->from);
  g_free (run->done);
  g_free (run);
}

/** cvn_budget_run: see the header. */
void
cvn_budget_run (GtkWidget    *from,
                CvnCentre    *centre,
                CvnOperation *operation,
                const char   *done)
{
  Run *run = g_new0 (Run, 1);

  g_weak_ref_init (&run->from, from);
  run->done = g_strdup (done);
  cvn_operation_run_async (operation, centre, NULL, ran_cb, run);
  cvn_operation_unref (operation);
}

/** cvn_budget_apply: as cvn_budget_run(), of a change set, which it takes. */
void
cvn_budget_apply (GtkWidget    *from,
                  CvnCentre    *centre,
                  CvnChangeSet *changes,
                  const char   *done)
{
  Run *run = g_new0 (Run, 1);

  g_weak_ref_init (&run->from, from);
  run->done = g_strdup (done);
  cvn_centre_apply_async (centre, changes, NULL, ran_cb, run);
  cvn_change_set_unref (changes);
}

/** cvn_budget_grid_text: puts words into a grid of figures; left of it when @column is below zero, which stands for the names. */
void
cvn_budget_grid_text (GtkWidget  *grid,
                      const char *text,
                      int         column,
                      int         row,
                      const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", column < 0 ? 0.0 : 1.0, "single-line-mode", TRUE, NULL);

  gtk_widget_add_css_class (label, "cvn-grid-label");
  if (column >= 0)
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (column < 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
      gtk_widget_set_tooltip_text (label, text);
    }
  gtk_grid_attach (GTK_GRID (grid), label, MAX (column, 0), row, 1, 1);
}

/** cvn_budget_grid_money: as cvn_budget_grid_text(), of an amount. */
void
cvn_budget_grid_money (GtkWidget  *grid,
                       gint64      cents,
                       int         column,
                       int         row,
                       const char *css_class)
{
  g_autofree char *text = cvn_budget_money (cents);

  cvn_budget_grid_text (grid, text, column, row, css_class);
}

/** cvn_budget_grid_clear: takes everything out of a grid. */
void
cvn_budget_grid_clear (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

/** cvn_budget_grid_new: (out names grid): figures that scroll beside names that stay. */
GtkWidget *
cvn_budget_grid_new (GtkWidget **names,
                     GtkWidget **grid)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  *names = gtk_grid_new ();
  *grid = gtk_grid_new ();
  gtk_grid_set_row_homogeneous (GTK_GRID (*names), TRUE);
  gtk_grid_set_row_homogeneous (GTK_GRID (*grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (*grid), TRUE);
  gtk_widget_set_hexpand (*grid, TRUE);
  gtk_widget_set_valign (*names, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), *grid);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), *names);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "card");
  return box;
}

/* What a cell is asked about when somebody wants to know. */
typedef struct
{
  CvnCentre  *centre;
  const char *figure;
  char       *part;
  int         year; /* 0: the one in focus */
} Why;

static void
why_free (gpointer data)
{
  Why *why = data;

  g_object_unref (why->centre);
  g_free (why->part);
  g_free (why);
}

static void
ask_why_cb (GtkMenuButton *button,
            gpointer       data)
{
  const Why *why = data;
  g_autoptr (CvnExplanation) explanation = cvn_explanation_new (why->centre, why->figure, why->part, NULL);
  GtkWidget *view = cvn_explain_view_new ();
  GtkWidget *popover = gtk_popover_new ();

  if (why->year > 0)
    cvn_explanation_set_year (explanation, why->year);
  gtk_widget_set_size_request (view, 320, 360);
  cvn_explain_view_set_explanation (CVN_EXPLAIN_VIEW (view), explanation);
  gtk_popover_set_child (GTK_POPOVER (popover), view);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * cvn_budget_year_cell_new:
 * @year: that @cents is of, or 0 for the one in focus
 * @part: (nullable): of @figure, which is static; several are divided by |, those that count against the number have a - in front
 * @name: says to those who cannot see it what it is
 */
GtkWidget *
cvn_budget_year_cell_new (CvnCentre  *centre,
                          int         year,
                          gint64      cents,
                          const char *figure,
                          const char *part,
                          const char *name)
{
  GtkWidget       *button = gtk_menu_button_new ();
  g_autofree char *text = cvn_budget_money (cents);
  /* Translators: what a number is, and the number */
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s"), name, text);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 1.0, "ellipsize", PANGO_ELLIPSIZE_START, NULL);
  Why             *why = g_new0 (Why, 1);

  why->centre = g_object_ref (centre);
  why->figure = figure;
  why->part = g_strdup (part);
  why->year = year;
  gtk_widget_add_css_class (label, "numeric");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cvn-budget-cell");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  cvn_tooltip_set (button, _("Show the rows behind this number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), ask_why_cb, why, why_free);
  return button;
}

/** cvn_budget_cell_new: as cvn_budget_year_cell_new(), of the year in focus. */
GtkWidget *
cvn_budget_cell_new (CvnCentre  *centre,
                     gint64      cents,
                     const char *figure,
                     const char *part,
                     const char *name)
{
  return cvn_budget_year_cell_new (centre, 0, cents, figure, part, name);
}

/** cvn_budget_list_parts: (transfer full): the ids of the lines of one sort, or with NULL of all with the costs against the income, for a cell. */
char *
cvn_budget_list_parts (CvnTable   *table,
                       const char *sort,
                       gint64      year)
{
  GString *parts = g_string_new (NULL);

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char *line_sort = cvn_table_get_text (table, row, "sort");
      const char *id = cvn_table_get_text (table, row, "id");

      if (id == NULL || (sort != NULL && g_strcmp0 (line_sort, sort) != 0) || (year > 0 && cvn_table_get_integer (table, row, "year") != year))
        continue;
      if (parts->len > 0)
        g_string_append_c (parts, '|');
      if (sort == NULL && g_strcmp0 (line_sort, "cost") == 0)
        g_string_append_c (parts, '-');
      g_string_append (parts, id);
    }
  return g_string_free (parts, FALSE);
}
