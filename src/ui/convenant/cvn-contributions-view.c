/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-contributions-view"

#include "cvn-contributions-view.h"

#include "cvn-columns-layout.h"
#include "cvn-date.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"
#include "cvn-share-text.h"
#include "cvn-sum-button.h"

#include <glib/gi18n-lib.h>

struct _CvnContributionsView
{
  AdwBin parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures; /* NULL before it is looked at */
  GtkLabel     *key_line;
  GtkWidget    *key_box;
  CvnGridList  *key;
  CvnGridList  *commitments;
  GtkWidget    *committed;
  GtkWidget    *received;
};

G_DEFINE_FINAL_TYPE (CvnContributionsView, cvn_contributions_view, ADW_TYPE_BIN)

static const char *const figure_names[] = { "year-key", "year-commitments", "contributions-committed", "contributions-received", NULL };

typedef enum {
  KEY_PARTY,
  KEY_WEIGHT,
  KEY_EXACT,
  KEY_AMOUNT,
  N_KEY_CELLS,
} KeyCell;

static const CvnGridColumn key_columns[N_KEY_CELLS] = {
  [KEY_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [KEY_WEIGHT] = { N_("Weight"), 120, 1.0f, CVN_NARROW_HIDE },
  [KEY_EXACT] = { N_("Exact share"), 130, 1.0f, CVN_NARROW_HIDE },
  [KEY_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

typedef enum {
  DUE_PARTY,
  DUE_PERIOD,
  DUE_BASIS,
  DUE_PAID,
  DUE_AMOUNT,
  N_DUE_CELLS,
} DueCell;

static const CvnGridColumn due_columns[N_DUE_CELLS] = {
  [DUE_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [DUE_PERIOD] = { N_("Period"), 180, 0.0f, CVN_NARROW_LINE },
  [DUE_BASIS] = { N_("Basis"), 140, 0.0f, CVN_NARROW_HIDE },
  [DUE_PAID] = { N_("Paid"), 110, 1.0f, CVN_NARROW_HIDE },
  [DUE_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

static const char *
get_label (CvnTable *table,
           guint     row)
{
  return cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "label_en" : "label");
}

static char *
money (gint64 cents)
{
  return cvn_money_format_euro (cents, cvn_interface_language ());
}

static void
add_key_line (CvnContributionsView *self,
              CvnTable             *table,
              guint                 row,
              gint64                weights)
{
  CvnLanguage      language = cvn_interface_language ();
  g_autofree char *weight = cvn_share_text_number (cvn_table_get_integer (table, row, "weight"), language);
  g_autofree char *of = cvn_share_text_number (weights, language);
  g_autofree char *exact = cvn_share_text_exact (cvn_table_get_integer (table, row, "total"), cvn_table_get_integer (table, row, "weight"), weights, language);
  g_autofree char *amount = money (cvn_table_get_integer (table, row, "amount"));
  /* Translators: a weight and the sum of all weights: 125,100 of 276,900 */
  g_autofree char *share = g_strdup_printf (_("%1$s of %2$s"), weight, of);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, exactly %3$s, rounded %4$s"), get_label (table, row), share, exact, amount);
  GtkWidget       *cells[N_KEY_CELLS] = {
          [KEY_PARTY] = cvn_grid_cell_new (get_label (table, row), 0.0f, share),
          [KEY_WEIGHT] = cvn_grid_cell_new (weight, 1.0f, NULL),
          [KEY_EXACT] = cvn_grid_cell_new (exact, 1.0f, NULL),
          [KEY_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  cvn_grid_list_add (self->key, cvn_table_get_text (table, row, "id"), sentence, cells);
}

/* The weights of all lines of the key that the line in @row belongs to. */
static gint64
sum_weights (CvnTable *table,
             guint     row)
{
  const char *key = cvn_table_get_text (table, row, "allocation_key");
  gint64      sum = 0;

  for (guint i = 0; i < cvn_table_get_n_rows (table); i++)
    if (g_strcmp0 (cvn_table_get_text (table, i, "allocation_key"), key) == 0 &&
        __builtin_add_overflow (sum, cvn_table_get_integer (table, i, "weight"), &sum))
      return 0;
  return sum;
}

static char *
describe_keys (CvnTable *table)
{
  GString    *text = g_string_new (NULL);
  const char *last = NULL;

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char      *key = cvn_table_get_text (table, row, "allocation_key");
      const char      *method = cvn_partner_choice_label ("allocation_line", "method", cvn_table_get_text (table, row, "method"));
      g_autofree char *total = money (cvn_table_get_integer (table, row, "total"));

      if (g_strcmp0 (key, last) == 0)
        continue;
      last = key;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: the code of an allocation key, the sum that it divides, and how */
      g_string_append_printf (text, _("Key %1$s divides %2$s: %3$s"), key, total, method);
    }
  return g_string_free (text, FALSE);
}

static void
fill_key (CvnContributionsView *self)
{
  CvnTable        *table = cvn_figure_set_get (self->figures, "year-key");
  guint            n = cvn_table_get_n_rows (table);
  g_autofree char *line = describe_keys (table);

  gtk_widget_set_visible (self->key_box, n > 0);
  gtk_label_set_text (self->key_line, line);
  cvn_grid_list_begin (self->key, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->key); row++)
    add_key_line (self, table, row, sum_weights (table, row));
  cvn_grid_list_end (self->key);
}

static char *
format_day (CvnTable   *table,
            guint       row,
            const char *column)
{
  const char *iso = cvn_table_get_text (table, row, column);
  CvnDate     date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup ("");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

static void
add_commitment (CvnContributionsView *self,
                CvnTable             *table,
                guint                 row)
{
  g_autofree char *from = format_day (table, row, "date");
  g_autofree char *until = format_day (table, row, "end_date");
  g_autofree char *period = g_strdup_printf (_("%1$s – %2$s"), from, until);
  g_autofree char *paid = money (cvn_table_get_integer (table, row, "paid"));
  g_autofree char *amount = money (cvn_table_get_integer (table, row, "amount"));
  const char      *basis = cvn_partner_choice_label ("commitment", "basis", cvn_table_get_text (table, row, "basis"));
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s for %3$s, %4$s paid"), get_label (table, row), amount, period, paid);
  GtkWidget       *cells[N_DUE_CELLS] = {
          [DUE_PARTY] = cvn_grid_cell_new (get_label (table, row), 0.0f, cvn_table_get_text (table, row, "condition")),
          [DUE_PERIOD] = cvn_grid_cell_new (period, 0.0f, NULL),
          [DUE_BASIS] = cvn_grid_cell_new (basis, 0.0f, NULL),
          [DUE_PAID] = cvn_grid_cell_new (paid, 1.0f, NULL),
          [DUE_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[DUE_PERIOD], "numeric");
  cvn_grid_list_add (self->commitments, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static void
changed_cb (CvnContributionsView *self)
{
  CvnTable        *table = cvn_figure_set_get (self->figures, "year-commitments");
  guint            n = cvn_table_get_n_rows (table);
  g_autofree char *year = g_strdup_printf (_("in %d"), cvn_figure_set_get_year (self->figures));

  fill_key (self);
  cvn_grid_list_begin (self->commitments, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->commitments); row++)
    add_commitment (self, table, row);
  cvn_grid_list_end (self->commitments);
  cvn_sum_button_set (CVN_SUM_BUTTON (self->committed), cvn_figure_set_get_amount (self->figures, "contributions-committed"), year, NULL);
  cvn_sum_button_set (CVN_SUM_BUTTON (self->received), cvn_figure_set_get_amount (self->figures, "contributions-received"), year, NULL);
}

/* Nothing is read for a tab that nobody opens. */
static void
map_cb (CvnContributionsView *self)
{
  if (self->figures != NULL)
    return;
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
activated_cb (CvnContributionsView *self,
              const char           *id,
              CvnGridList          *list)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "convenant.open", "(ss)", list == self->key ? "allocation_line" : "commitment", id);
}

static void
cvn_contributions_view_dispose (GObject *object)
{
  CvnContributionsView *self = CVN_CONTRIBUTIONS_VIEW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_contributions_view_parent_class)->dispose (object);
}

static void
cvn_contributions_view_class_init (CvnContributionsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_contributions_view_dispose;
}

static void
cvn_contributions_view_init (CvnContributionsView *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static GtkWidget *
add_section (GtkWidget  *content,
             const char *title,
             GtkWidget  *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (line), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (content), box);
  return box;
}

static CvnGridList *
add_list (CvnContributionsView *self,
          GtkWidget            *box,
          GtkWidget            *list)
{
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "refill", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  return CVN_GRID_LIST (list);
}

static GtkWidget *
make_sums (CvnContributionsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, cvn_columns_layout_new (150, 4, 0));
  gtk_widget_add_css_class (box, "cvn-sums");
  self->committed = cvn_sum_button_new (self->centre, _("Committed by all parties"), "contributions-committed", NULL);
  self->received = cvn_sum_button_new (self->centre, _("Paid"), "contributions-received", NULL);
  gtk_widget_set_parent (self->committed, box);
  gtk_widget_set_parent (self->received, box);
  return box;
}

static void
proof_cb (CvnContributionsView *self)
{
  g_autofree char *year = g_strdup_printf ("%d", cvn_centre_get_year (self->centre));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-report", "(ss)", "proof-sheet", year);
}

static GtkWidget *
make_proof_button (CvnContributionsView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Proof Sheet"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (proof_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (button, _("Show how the cents were divided, to print or to check"));
  return button;
}

/** cvn_contributions_view_new: reads its figures when it is first looked at. */
GtkWidget *
cvn_contributions_view_new (CvnCentre *centre)
{
  CvnContributionsView *self = g_object_new (CVN_TYPE_CONTRIBUTIONS_VIEW, NULL);
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget            *scrolled = gtk_scrolled_window_new ();
  GtkWidget            *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget            *due_box = add_section (content, _("Commitments"), NULL);

  self->centre = g_object_ref (centre);
  gtk_widget_add_css_class (content, "cvn-parties");
  self->commitments = add_list (self, due_box, cvn_grid_list_new (due_columns, N_DUE_CELLS, _("Commitments"), _("Nothing is committed for this year.")));
  self->key_box = add_section (content, _("Allocation Key"), make_proof_button (self));
  self->key_line = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->key_line), "dim-label");
  gtk_box_append (GTK_BOX (self->key_box), GTK_WIDGET (self->key_line));
  self->key = add_list (self, self->key_box, cvn_grid_list_new (key_columns, N_KEY_CELLS, _("Allocation Key"), ""));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_sums (self));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
