/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-benefit-rows"

#include "cvn-benefit-rows.h"

#include "cvn-benefit-dialog.h"
#include "cvn-benefit-rule.h"
#include "cvn-change-words.h"

#include <glib/gi18n-lib.h>

typedef enum {
  BENEFIT_PARTNER,
  BENEFIT_DUE,
  BENEFIT_PROOF,
  BENEFIT_STATE,
  N_BENEFIT_CELLS,
} BenefitCell;

static const CvnGridColumn benefit_columns[N_BENEFIT_CELLS] = {
  [BENEFIT_PARTNER] = { N_("Partner"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [BENEFIT_DUE] = { N_("Due on"), 120, 0.0f, CVN_NARROW_VALUE },
  [BENEFIT_PROOF] = { N_("Proof"), CVN_GRID_REST, 0.0f, CVN_NARROW_LINE },
  [BENEFIT_STATE] = { N_("State"), 190, 0.0f, CVN_NARROW_LINE },
};

/** cvn_benefit_rows_new_list: a list without rows. */
GtkWidget *
cvn_benefit_rows_new_list (void)
{
  return cvn_grid_list_new (benefit_columns, N_BENEFIT_CELLS, _("Benefits"), _("No benefits of this year have been written down."));
}

static const char *
get_title (CvnTable *table,
           guint     row)
{
  return cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "title_en" : "title");
}

static char *
describe_benefit (CvnTable       *table,
                  guint           row,
                  CvnBenefitState state)
{
  const char      *column = state == CVN_BENEFIT_DELIVERED ? "delivered_on" : state == CVN_BENEFIT_PLANNED ? "planned_on"
                                                                                                           : NULL;
  g_autofree char *day = column != NULL ? cvn_table_words_dup_day (table, row, column) : NULL;

  if (day == NULL)
    return g_strdup (cvn_benefit_state_get_label (state));
  return g_strdup_printf (_("%1$s on %2$s"), cvn_benefit_state_get_label (state), day);
}

static CvnBenefitState
get_state (CvnTable *table,
           guint     row)
{
  for (guint i = 0; i < CVN_BENEFIT_N_STATES; i++)
    if (g_strcmp0 (cvn_benefit_state_get_code ((CvnBenefitState) i), cvn_table_get_text (table, row, "state")) == 0)
      return (CvnBenefitState) i;
  return CVN_BENEFIT_PROMISED;
}

static void
add_benefit (CvnGridList *list,
             CvnTable    *table,
             guint        row)
{
  CvnBenefitState  state = get_state (table, row);
  const char      *name = cvn_table_words_get_label (table, row);
  g_autofree char *due = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *words = describe_benefit (table, row, state);
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, due on %3$s, %4$s"), name, get_title (table, row), due, words);
  const char      *channel = cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "channel_en" : "channel");
  const char      *proof = cvn_table_get_text (table, row, "proof");
  const char      *where = proof != NULL ? proof : channel;
  GtkWidget       *cells[N_BENEFIT_CELLS] = {
          [BENEFIT_PARTNER] = cvn_grid_cell_new (name, 0.0f, get_title (table, row)),
          [BENEFIT_DUE] = cvn_grid_cell_new (due, 0.0f, NULL),
          [BENEFIT_PROOF] = where != NULL ? cvn_grid_cell_new (where, 0.0f, NULL) : NULL,
          [BENEFIT_STATE] = cvn_grid_cell_new (words, 0.0f, NULL),
  };

  gtk_widget_add_css_class (cells[BENEFIT_DUE], "numeric");
  if (state == CVN_BENEFIT_OVERDUE)
    gtk_widget_add_css_class (cells[BENEFIT_STATE], "cvn-beside");
  cvn_grid_list_add (list, cvn_table_get_text (table, row, "id"), sentence, cells);
}

static gboolean
is_of (CvnTable   *table,
       guint       row,
       const char *package)
{
  return package == NULL || g_strcmp0 (cvn_table_get_text (table, row, "package"), package) == 0;
}

/** cvn_benefit_rows_fill: the benefits of the @package with this id, or of all when it is NULL. */
void
cvn_benefit_rows_fill (CvnGridList *list,
                       CvnTable    *table,
                       const char  *package)
{
  guint n = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    n += is_of (table, row, package);
  cvn_grid_list_begin (list, n);
  for (guint row = 0; row < cvn_table_get_n_rows (table) && !cvn_grid_list_is_full (list); row++)
    if (is_of (table, row, package))
      add_benefit (list, table, row);
  cvn_grid_list_end (list);
}

/** cvn_benefit_rows_find: the row with this id; -1 without one. */
int
cvn_benefit_rows_find (CvnTable   *table,
                       const char *id)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), id) == 0)
      return (int) row;
  return -1;
}

/** cvn_benefit_rows_open: asks what came of the benefit @id; what was delivered is shown. */
void
cvn_benefit_rows_open (GtkWidget  *from,
                       CvnCentre  *centre,
                       CvnTable   *table,
                       const char *id)
{
  int row = cvn_benefit_rows_find (table, id);

  if (row < 0 || get_state (table, (guint) row) == CVN_BENEFIT_DELIVERED || !cvn_operation_dialog_is_allowed (centre))
    gtk_widget_activate_action (from, "programmes.open", "(ss)", "exposure", id);
  else
    gtk_window_present (GTK_WINDOW (cvn_benefit_dialog_new (from, centre, id, cvn_table_words_get_label (table, (guint) row), get_title (table, (guint) row))));
}
