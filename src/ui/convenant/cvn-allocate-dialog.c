/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-allocate-dialog"

#include "cvn-allocate-dialog.h"

#include "cvn-change-words.h"
#include "cvn-grid-list.h"
#include "cvn-money.h"
#include "cvn-rules-section.h"
#include "cvn-share-text.h"

#include <glib/gi18n-lib.h>

struct _CvnAllocateDialog
{
  CvnOperationDialog parent_instance;

  CvnTable    *rules; /* the figure year-rules */
  int          year;
  GtkLabel    *summary;
  CvnGridList *list;
};

G_DEFINE_FINAL_TYPE (CvnAllocateDialog, cvn_allocate_dialog, CVN_TYPE_OPERATION_DIALOG)

typedef enum {
  CELL_PARTY,
  CELL_EXACT,
  CELL_BEFORE,
  CELL_AMOUNT,
  CELL_CHANGE,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_EXACT] = { N_("Exact share"), 130, 1.0f, CVN_NARROW_HIDE },
  [CELL_BEFORE] = { N_("Before"), 110, 1.0f, CVN_NARROW_HIDE },
  [CELL_AMOUNT] = { N_("After"), 110, 1.0f, CVN_NARROW_VALUE },
  [CELL_CHANGE] = { N_("Change"), 90, 0.0f, CVN_NARROW_LINE },
};

static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnAllocateDialog *self = CVN_ALLOCATE_DIALOG (dialog);
  guint              row = cvn_operation_dialog_get_choice (dialog, "contribution_rule");
  CvnOperation      *operation = cvn_allocate_new (cvn_table_get_text (self->rules, row, "id"), self->year);
  g_autofree char   *subject = cvn_rules_section_dup_title (self->rules, row);

  cvn_operation_set_subject (operation, subject);
  return operation;
}

/* What the share of a party comes from, and whether it got one of the cents that are left over. */
static char *
describe_weight (CvnTable *table,
                 guint     row)
{
  g_autofree char *weight = cvn_share_text_number (cvn_table_get_integer (table, row, "weight"), cvn_interface_language ());

  if (!cvn_table_words_has (table, row, "population_date"))
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%s inhabitant", "%s inhabitants", (gulong) cvn_table_get_integer (table, row, "weight")), weight);
}

static void
add_party (CvnAllocateDialog *self,
           CvnTable          *table,
           guint              row)
{
  const char      *name = cvn_table_words_get_label (table, row);
  const char      *change = cvn_table_get_text (table, row, "change");
  g_autofree char *exact = cvn_share_text_exact (1, cvn_table_get_integer (table, row, "numerator"), cvn_table_get_integer (table, row, "denominator"), cvn_interface_language ());
  g_autofree char *weight = describe_weight (table, row);
  g_autofree char *before = cvn_table_words_dup_money (table, row, "before");
  g_autofree char *amount = cvn_table_words_dup_money (table, row, "amount");
  /* Translators: in the preview of an allocation: party, amount, and whether it is new, changed or unchanged */
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, %3$s"), name, amount, cvn_change_words_get (change));
  GtkWidget       *cells[N_CELLS] = {
          [CELL_PARTY] = cvn_grid_cell_new (name, 0.0f, weight),
          [CELL_EXACT] = cvn_grid_cell_new (exact, 1.0f, NULL),
          [CELL_BEFORE] = cvn_grid_cell_new (before, 1.0f, NULL),
          [CELL_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, cvn_table_get_integer (table, row, "cent_given") > 0 ? _("a cent of the rest") : NULL),
          [CELL_CHANGE] = cvn_change_words_new_cell (change),
  };

  gtk_widget_add_css_class (cells[CELL_BEFORE], "dim-label");
  cvn_grid_list_add (self->list, NULL, sentence, cells);
}

static char *
summarise (CvnTable *table)
{
  g_autofree char *changes = cvn_change_words_dup_summary (table);
  g_autofree char *from = cvn_table_words_dup_day (table, 0, "start_date");
  g_autofree char *to = cvn_table_words_dup_day (table, 0, "end_date");
  g_autofree char *sum = cvn_money_format_euro (cvn_table_sum (table, "amount"), cvn_interface_language ());

  /* Translators: a sum of money, the first and the last day, and what changes: 2 new · 4 unchanged */
  return g_strdup_printf (_("%1$s in all, from %2$s until %3$s: %4$s"), sum, from, to, changes);
}

static gboolean
changes_anything (CvnTable *table)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "change"), "kept") != 0)
      return TRUE;
  return FALSE;
}

static void
show_preview (CvnOperationDialog *dialog,
              CvnTable           *table)
{
  CvnAllocateDialog *self = CVN_ALLOCATE_DIALOG (dialog);
  guint              n = table != NULL ? cvn_table_get_n_rows (table) : 0;
  gboolean           changes = n > 0 && changes_anything (table);
  g_autofree char   *summary = n > 0 ? summarise (table) : g_strdup (_("The agreement has no parties that this rule is for."));
  g_autofree char   *all = n > 0 && !changes ? g_strconcat (summary, "\n", _("There is nothing to change. What has been invoiced or paid stays as it is."), NULL) : NULL;

  gtk_label_set_text (self->summary, all != NULL ? all : summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), table != NULL);
  cvn_grid_list_begin (self->list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->list); row++)
    add_party (self, table, row);
  cvn_grid_list_end (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  cvn_operation_dialog_set_can_accept (dialog, changes);
}

static void
cvn_allocate_dialog_dispose (GObject *object)
{
  CvnAllocateDialog *self = CVN_ALLOCATE_DIALOG (object);

  g_clear_pointer (&self->rules, cvn_table_unref);
  G_OBJECT_CLASS (cvn_allocate_dialog_parent_class)->dispose (object);
}

static void
cvn_allocate_dialog_class_init (CvnAllocateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_allocate_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
  CVN_OPERATION_DIALOG_CLASS (klass)->show_preview = show_preview;
}

static void
cvn_allocate_dialog_init (CvnAllocateDialog *self)
{
}

static void
add_preview (CvnAllocateDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, N_CELLS, _("What each party will owe"), ""));
  g_signal_connect_object (self->list, "refill", G_CALLBACK (cvn_operation_dialog_refresh), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  cvn_operation_dialog_add (CVN_OPERATION_DIALOG (self), box);
}

/**
 * cvn_allocate_dialog_new:
 * @rules: the figure year-rules of the year in focus, with at least one row
 * @rule: (nullable): id of the rule to begin with
 */
GtkWidget *
cvn_allocate_dialog_new (GtkWidget  *from,
                         CvnCentre  *centre,
                         CvnTable   *rules,
                         const char *rule)
{
  CvnAllocateDialog  *self = g_object_new (CVN_TYPE_ALLOCATE_DIALOG, NULL);
  CvnOperationDialog *dialog = CVN_OPERATION_DIALOG (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *title = g_strdup_printf (_("Allocate %d"), cvn_centre_get_year (centre));
  guint            chosen = 0;
  GtkWidget       *row;

  self->rules = cvn_table_ref (rules);
  self->year = cvn_centre_get_year (centre);
  for (guint i = 0; i < cvn_table_get_n_rows (rules); i++)
    {
      g_autofree char *words = cvn_rules_section_dup_title (rules, i);

      gtk_string_list_append (titles, words);
      if (g_strcmp0 (cvn_table_get_text (rules, i, "id"), rule) == 0)
        chosen = i;
    }
  row = cvn_operation_dialog_add_choice (dialog, cvn_operation_dialog_add_group (dialog, NULL, NULL), "contribution_rule", _("Contribution rule"), titles);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  add_preview (self);
  cvn_operation_dialog_set_up (dialog, from, centre, title, _("_Allocate"), _("The contributions of the year were allocated"));
  cvn_operation_dialog_refresh (dialog);
  return GTK_WIDGET (self);
}
