/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-rules-section"

#include "cvn-rules-section.h"

#include "cvn-centre.h"
#include "cvn-change-words.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

typedef enum {
  CELL_AGREEMENT,
  CELL_PERIOD,
  CELL_METHOD,
  CELL_AMOUNT,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_AGREEMENT] = { N_("Agreement"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_PERIOD] = { N_("Period"), 180, 0.0f, CVN_NARROW_LINE },
  [CELL_METHOD] = { N_("Method"), 200, 0.0f, CVN_NARROW_LINE },
  [CELL_AMOUNT] = { N_("Amount a year"), 110, 1.0f, CVN_NARROW_VALUE },
};

static const char *
get_party (CvnTable *rules,
           guint     row)
{
  return cvn_table_get_text (rules, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "party_en" : "party");
}

static const char *
get_method (CvnTable *rules,
            guint     row)
{
  return cvn_partner_choice_label ("contribution_rule", "method", cvn_table_get_text (rules, row, "method"));
}

/* What is divided or due; a rate says what it is for. */
static char *
dup_amount (CvnTable *rules,
            guint     row)
{
  g_autofree char *rate = NULL;
  g_autofree char *fixed = NULL;

  if (cvn_table_words_has (rules, row, "total"))
    return cvn_table_words_dup_money (rules, row, "total");
  fixed = cvn_table_words_dup_money (rules, row, "fixed");
  if (!cvn_table_words_has (rules, row, "rate"))
    return g_steal_pointer (&fixed);
  rate = cvn_table_words_dup_money (rules, row, "rate");
  return *fixed != '\0' ? g_strdup_printf ("%s + %s", fixed, rate) : g_steal_pointer (&rate);
}

/** cvn_rules_section_dup_title: what a rule is called: its agreement, party and method. */
char *
cvn_rules_section_dup_title (CvnTable *rules,
                             guint     row)
{
  const char      *label = cvn_table_words_get_label (rules, row);
  const char      *party = get_party (rules, row);
  g_autofree char *amount = dup_amount (rules, row);

  if (party != NULL)
    /* Translators: a contribution rule: agreement, party, method, amount */
    return g_strdup_printf (_("%1$s, %2$s: %3$s, %4$s"), label, party, get_method (rules, row), amount);
  /* Translators: a contribution rule: agreement, method, amount */
  return g_strdup_printf (_("%1$s: %2$s, %3$s"), label, get_method (rules, row), amount);
}

/** cvn_rules_section_new_list: an empty list. */
GtkWidget *
cvn_rules_section_new_list (void)
{
  return cvn_grid_list_new (columns, N_CELLS, _("Contribution Rules"), _("No rule holds in this year. A rule says what each party of an agreement pays."));
}

static void
add_rule (CvnGridList *list,
          CvnTable    *rules,
          guint        row)
{
  g_autofree char *from = cvn_table_words_dup_day (rules, row, "date");
  g_autofree char *until = cvn_table_words_dup_day (rules, row, "end_date");
  g_autofree char *period = g_strdup_printf (_("%1$s – %2$s"), from, until);
  g_autofree char *amount = dup_amount (rules, row);
  g_autofree char *sentence = cvn_rules_section_dup_title (rules, row);
  const char      *party = get_party (rules, row);
  GtkWidget       *cells[N_CELLS] = {
          [CELL_AGREEMENT] = cvn_grid_cell_new (cvn_table_words_get_label (rules, row), 0.0f, party != NULL ? party : _("All parties")),
          [CELL_PERIOD] = cvn_grid_cell_new (period, 0.0f, NULL),
          [CELL_METHOD] = cvn_grid_cell_new (get_method (rules, row), 0.0f, NULL),
          [CELL_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[CELL_PERIOD], "numeric");
  cvn_grid_list_add (list, cvn_table_get_text (rules, row, "id"), sentence, cells);
}

/** cvn_rules_section_fill: shows @rules; the rows are known by the ids of the rules. */
void
cvn_rules_section_fill (CvnGridList *list,
                        CvnTable    *rules)
{
  guint n = cvn_table_get_n_rows (rules);

  cvn_grid_list_begin (list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (list); row++)
    add_rule (list, rules, row);
  cvn_grid_list_end (list);
}
