/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-plan-dialog"

#include "cvn-plan-dialog.h"

#include "cvn-change-words.h"
#include "cvn-grid-list.h"
#include "cvn-kind-check.h"

#include <glib/gi18n-lib.h>

struct _CvnPlanDialog
{
  CvnOperationDialog parent_instance;

  CvnTable    *commitments; /* the figure year-commitments */
  GtkLabel    *summary;
  CvnGridList *list;
};

G_DEFINE_FINAL_TYPE (CvnPlanDialog, cvn_plan_dialog, CVN_TYPE_OPERATION_DIALOG)

static const struct
{
  CvnSchedulePattern pattern;
  guint              n_parts;
  const char        *title;
} patterns[] = {
  { CVN_SCHEDULE_PARTS, 1, N_("At once") },
  { CVN_SCHEDULE_HALF_YEARS, 0, N_("Each half-year") },
  { CVN_SCHEDULE_QUARTERS, 0, N_("Each quarter") },
  { CVN_SCHEDULE_MONTHS, 0, N_("Each month") },
  { CVN_SCHEDULE_PARTS, 0, N_("A number of parts") },
};

typedef enum {
  CELL_PARTY,
  CELL_BEFORE,
  CELL_DUE,
  CELL_AMOUNT,
  CELL_CHANGE,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_PARTY] = { N_("Party"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_BEFORE] = { N_("Before"), 170, 0.0f, CVN_NARROW_LINE },
  [CELL_DUE] = { N_("Due date"), 90, 0.0f, CVN_NARROW_LINE },
  [CELL_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
  [CELL_CHANGE] = { N_("Change"), 90, 0.0f, CVN_NARROW_LINE },
};

static gboolean
read_number (CvnOperationDialog *dialog,
             const char         *field,
             guint               most,
             const char         *expected,
             guint              *number,
             GError            **error)
{
  const char *text = cvn_operation_dialog_get_text (dialog, field);
  guint64     value = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, most, &value, NULL))
    return cvn_check_fail (error, field, expected);
  *number = (guint) value;
  return TRUE;
}

static gboolean
read_plan (CvnOperationDialog *dialog,
           CvnSchedulePlan    *plan,
           GError            **error)
{
  guint place = cvn_operation_dialog_get_choice (dialog, "pattern");

  plan->pattern = patterns[place].pattern;
  plan->n_parts = patterns[place].n_parts;
  if (plan->pattern == CVN_SCHEDULE_PARTS && plan->n_parts == 0 &&
      !read_number (dialog, "parts", 120, _("Fill in a number of instalments from 1 to the number of months, and at most 120."), &plan->n_parts, error))
    return FALSE;
  return cvn_operation_dialog_get_text (dialog, "due_day") == NULL ||
         read_number (dialog, "due_day", 31, _("Fill in a day of the month from 1 to 31."), &plan->due_day, error);
}

/* The first choice is all of them. */
static CvnOperation *
make (CvnOperationDialog *dialog,
      GError            **error)
{
  CvnPlanDialog  *self = CVN_PLAN_DIALOG (dialog);
  guint           chosen = cvn_operation_dialog_get_choice (dialog, "commitment");
  CvnSchedulePlan plan = { .pattern = CVN_SCHEDULE_PARTS };
  g_autoptr (GPtrArray) operations = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_operation_unref);
  CvnOperation *sequence;

  if (!read_plan (dialog, &plan, error))
    return NULL;
  for (guint row = 0; row < cvn_table_get_n_rows (self->commitments); row++)
    if (chosen == 0 || chosen == row + 1)
      g_ptr_array_add (operations, cvn_plan_instalments_new (cvn_table_get_text (self->commitments, row, "id"), &plan));
  sequence = cvn_sequence_new (operations);
  if (chosen > 0)
    cvn_operation_set_subject (sequence, cvn_table_words_get_label (self->commitments, chosen - 1));
  return sequence;
}

static void
changed (CvnOperationDialog *dialog)
{
  guint place = cvn_operation_dialog_get_choice (dialog, "pattern");

  gtk_widget_set_visible (cvn_operation_dialog_get_row (dialog, "parts"), patterns[place].pattern == CVN_SCHEDULE_PARTS && patterns[place].n_parts == 0);
}

static const char *
find_name (CvnPlanDialog *self,
           const char    *commitment)
{
  for (guint row = 0; row < cvn_table_get_n_rows (self->commitments); row++)
    if (g_strcmp0 (cvn_table_get_text (self->commitments, row, "id"), commitment) == 0)
      return cvn_table_words_get_label (self->commitments, row);
  return "";
}

/* When it was due and what it was, where that changes. */
static char *
describe_before (CvnTable *table,
                 guint     row)
{
  g_autofree char *due = cvn_table_words_dup_day (table, row, "due_before");
  g_autofree char *amount = cvn_table_words_dup_money (table, row, "amount_before");

  if (*due == '\0' || g_strcmp0 (cvn_table_get_text (table, row, "change"), "kept") == 0)
    return g_strdup ("");
  /* Translators: an amount and the day on which it is due: €1,250.00, 31 Jan 2020 */
  return g_strdup_printf (_("%1$s, %2$s"), amount, due);
}

static void
add_row (CvnPlanDialog *self,
         CvnTable      *table,
         guint          row)
{
  const char      *name = find_name (self, cvn_table_get_text (table, row, "commitment"));
  const char      *change = cvn_table_get_text (table, row, "change");
  g_autofree char *number = g_strdup_printf (_("Instalment %d"), (int) cvn_table_get_integer (table, row, "number"));
  g_autofree char *due = cvn_table_words_dup_day (table, row, "due_date");
  g_autofree char *amount = cvn_table_words_dup_money (table, row, "amount");
  g_autofree char *before = describe_before (table, row);
  /* Translators: in the preview of instalments: party, amount, due date, and whether it is new, changed, removed or unchanged */
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s due on %3$s, %4$s"), name, amount, due, cvn_change_words_get (change));
  GtkWidget       *cells[N_CELLS] = {
          [CELL_PARTY] = cvn_grid_cell_new (name, 0.0f, number),
          [CELL_BEFORE] = cvn_grid_cell_new (before, 0.0f, NULL),
          [CELL_DUE] = cvn_grid_cell_new (due, 0.0f, NULL),
          [CELL_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
          [CELL_CHANGE] = cvn_change_words_new_cell (change),
  };

  gtk_widget_add_css_class (cells[CELL_BEFORE], "dim-label");
  gtk_widget_set_visible (cells[CELL_BEFORE], *before != '\0');
  gtk_widget_add_css_class (cells[CELL_DUE], "numeric");
  cvn_grid_list_add (self->list, NULL, sentence, cells);
}

static guint
count_kept (CvnTable *table)
{
  guint n = 0;

  for (guint row = 0; table != NULL && row < cvn_table_get_n_rows (table); row++)
    n += g_strcmp0 (cvn_table_get_text (table, row, "change"), "kept") == 0;
  return n;
}

static void
show_preview (CvnOperationDialog *dialog,
              CvnTable           *table)
{
  CvnPlanDialog   *self = CVN_PLAN_DIALOG (dialog);
  guint            n = table != NULL ? cvn_table_get_n_rows (table) : 0;
  guint            n_kept = count_kept (table);
  g_autofree char *summary = table != NULL ? cvn_change_words_dup_summary (table) : NULL;

  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  cvn_grid_list_begin (self->list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (self->list); row++)
    add_row (self, table, row);
  cvn_grid_list_end (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  cvn_operation_dialog_set_can_accept (dialog, n > n_kept);
}

static void
cvn_plan_dialog_dispose (GObject *object)
{
  g_clear_pointer (&CVN_PLAN_DIALOG (object)->commitments, cvn_table_unref);
  G_OBJECT_CLASS (cvn_plan_dialog_parent_class)->dispose (object);
}

static void
cvn_plan_dialog_class_init (CvnPlanDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_plan_dialog_dispose;
  CVN_OPERATION_DIALOG_CLASS (klass)->make = make;
  CVN_OPERATION_DIALOG_CLASS (klass)->changed = changed;
  CVN_OPERATION_DIALOG_CLASS (klass)->show_preview = show_preview;
}

static void
cvn_plan_dialog_init (CvnPlanDialog *self)
{
}

static GtkStringList *
list_commitments (CvnTable   *commitments,
                  const char *commitment,
                  guint      *chosen)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("All commitments of the year"));
  for (guint row = 0; row < cvn_table_get_n_rows (commitments); row++)
    {
      g_autofree char *from = cvn_table_words_dup_day (commitments, row, "date");
      g_autofree char *until = cvn_table_words_dup_day (commitments, row, "end_date");
      /* Translators: a commitment: party, first day, last day */
      g_autofree char *title = g_strdup_printf (_("%1$s, %2$s – %3$s"), cvn_table_words_get_label (commitments, row), from, until);

      gtk_string_list_append (titles, title);
      if (g_strcmp0 (cvn_table_get_text (commitments, row, "id"), commitment) == 0)
        *chosen = row + 1;
    }
  return titles;
}

static void
add_fields (CvnPlanDialog *self,
            const char    *commitment)
{
  CvnOperationDialog  *dialog = CVN_OPERATION_DIALOG (self);
  AdwPreferencesGroup *group = cvn_operation_dialog_add_group (dialog, NULL, NULL);
  guint                chosen = 0;
  g_autoptr (GtkStringList) titles = list_commitments (self->commitments, commitment, &chosen);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_string_list_append (words, _(patterns[i].title));
  row = cvn_operation_dialog_add_choice (dialog, group, "commitment", _("Commitment"), titles);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  row = cvn_operation_dialog_add_choice (dialog, group, "pattern", _("Instalments"), words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  cvn_operation_dialog_add_entry (dialog, group, "parts", _("Number of instalments"), "4");
  cvn_operation_dialog_add_entry (dialog, group, "due_day", _("Day of the month; empty: the first of the period"), NULL);
  changed (dialog);
}

static void
add_preview (CvnPlanDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->list = CVN_GRID_LIST (cvn_grid_list_new (columns, N_CELLS, _("Instalments before and after"), ""));
  g_signal_connect_object (self->list, "refill", G_CALLBACK (cvn_operation_dialog_refresh), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  cvn_operation_dialog_add (CVN_OPERATION_DIALOG (self), box);
}

/**
 * cvn_plan_dialog_new:
 * @commitments: the figure year-commitments, with at least one row
 * @commitment: (nullable): id of the one to plan; NULL for all
 */
GtkWidget *
cvn_plan_dialog_new (GtkWidget  *from,
                     CvnCentre  *centre,
                     CvnTable   *commitments,
                     const char *commitment)
{
  CvnPlanDialog      *self = g_object_new (CVN_TYPE_PLAN_DIALOG, NULL);
  CvnOperationDialog *dialog = CVN_OPERATION_DIALOG (self);

  self->commitments = cvn_table_ref (commitments);
  add_fields (self, commitment);
  add_preview (self);
  cvn_operation_dialog_set_up (dialog, from, centre, _("Plan Instalments"), _("_Plan"), _("The instalments were planned"));
  cvn_operation_dialog_refresh (dialog);
  return GTK_WIDGET (self);
}
