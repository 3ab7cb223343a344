/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-payment-rows"

#include "cvn-invoice-rows.h"

#include "cvn-centre.h"
#include "cvn-change-words.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

typedef enum {
  CELL_DAY,
  CELL_PAYER,
  CELL_REFERENCE,
  CELL_STATE,
  CELL_AMOUNT,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_DAY] = { N_("Date"), 90, 0.0f, CVN_NARROW_LINE },
  [CELL_PAYER] = { N_("Paid by"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_REFERENCE] = { N_("Payment reference"), 180, 0.0f, CVN_NARROW_LINE },
  [CELL_STATE] = { N_("State"), 200, 0.0f, CVN_NARROW_LINE },
  [CELL_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

/* What somebody should know of a payment; what is in order needs few words. */
static char *
describe_state (CvnTable *payments,
                guint     row,
                gboolean *wrong)
{
  const char      *what = cvn_table_get_text (payments, row, "what");
  gint64           free = cvn_table_get_integer (payments, row, "free");
  g_autofree char *amount = cvn_money_format_euro (free, cvn_interface_language ());

  *wrong = TRUE;
  if (g_str_equal (what, "duplicate"))
    return g_strdup (_("Paid twice"));
  if (g_str_equal (what, "receipt") && free > 0)
    return g_strdup_printf (_("%s is for no invoice yet"), amount);
  *wrong = FALSE;
  if (g_str_equal (what, "refund"))
    return g_strdup (_("Paid back"));
  if (!cvn_table_words_has (payments, row, "reference"))
    return g_strdup (_("Without a reference"));
  return g_strdup (g_str_equal (cvn_table_get_text (payments, row, "kind"), "bank_line") ? _("From the bank") : _("Booked"));
}

/** cvn_payment_rows_new_list: an empty list. */
GtkWidget *
cvn_payment_rows_new_list (void)
{
  return cvn_grid_list_new (columns, N_CELLS, _("Payments"), _("Nothing came in this year."));
}

static void
add_payment (CvnGridList *list,
             CvnTable    *payments,
             guint        row)
{
  gboolean         wrong;
  const char      *name = cvn_table_words_get_label (payments, row);
  const char      *behalf = cvn_table_get_text (payments, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "behalf_en" : "behalf");
  const char      *reference = cvn_table_get_text (payments, row, "reference");
  const char      *text = cvn_table_get_text (payments, row, "text");
  g_autofree char *id = g_strdup_printf ("%s:%s", cvn_table_get_text (payments, row, "kind"), cvn_table_get_text (payments, row, "id"));
  g_autofree char *day = cvn_table_words_dup_day (payments, row, "date");
  g_autofree char *on_behalf = behalf != NULL ? g_strdup_printf (_("on behalf of %s"), behalf) : NULL;
  g_autofree char *amount = cvn_table_words_dup_money (payments, row, "amount");
  g_autofree char *state = describe_state (payments, row, &wrong);
  /* Translators: a day, who paid, an amount, what is to be known of it */
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s: %3$s, %4$s"), day, name, amount, state);
  GtkWidget       *cells[N_CELLS] = {
          [CELL_DAY] = cvn_grid_cell_new (day, 0.0f, NULL),
          [CELL_PAYER] = cvn_grid_cell_new (name, 0.0f, on_behalf),
          [CELL_REFERENCE] = cvn_grid_cell_new (reference != NULL ? reference : text, 0.0f, NULL),
          [CELL_STATE] = cvn_grid_cell_new (state, 0.0f, NULL),
          [CELL_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[CELL_DAY], "numeric");
  gtk_widget_add_css_class (cells[CELL_STATE], wrong ? "cvn-beside" : "dim-label");
  cvn_grid_list_add (list, id, sentence, cells);
}

/** cvn_payment_rows_fill: shows @payments; the rows are known by kind and id, with a colon between them. */
void
cvn_payment_rows_fill (CvnGridList *list,
                       CvnTable    *payments)
{
  guint n = cvn_table_get_n_rows (payments);

  cvn_grid_list_begin (list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (list); row++)
    add_payment (list, payments, row);
  cvn_grid_list_end (list);
}

typedef enum {
  SUM_NAME,
  SUM_NUMBER,
  SUM_AMOUNT,
  N_SUM_CELLS,
} SumCell;

static const CvnGridColumn sum_columns[N_SUM_CELLS] = {
  [SUM_NAME] = { N_("Organisation"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [SUM_NUMBER] = { N_("Payments"), 90, 1.0f, CVN_NARROW_HIDE },
  [SUM_AMOUNT] = { N_("Amount"), 120, 1.0f, CVN_NARROW_VALUE },
};

/** cvn_payment_sums_new_list: an empty list, called @name, of who paid or who is credited. */
GtkWidget *
cvn_payment_sums_new_list (const char *name)
{
  return cvn_grid_list_new (sum_columns, N_SUM_CELLS, name, _("Nothing came in this year."));
}

static void
add_sum (CvnGridList *list,
         const char  *name,
         gint64       n,
         gint64       cents,
         gboolean     is_total)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) n);
  g_autofree char *amount = cvn_money_format_euro (cents, cvn_interface_language ());
  /* Translators: an organisation and an amount */
  g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s"), name, amount);
  GtkWidget       *cells[N_SUM_CELLS] = {
          [SUM_NAME] = cvn_grid_cell_new (name, 0.0f, NULL),
          [SUM_NUMBER] = cvn_grid_cell_new (number, 1.0f, NULL),
          [SUM_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
  };

  for (SumCell id = SUM_NAME; is_total && id < N_SUM_CELLS; id++)
    gtk_widget_add_css_class (cells[id], "heading");
  cvn_grid_list_add (list, NULL, sentence, cells);
}

/** cvn_payment_sums_fill: shows @sums, and what they come to. */
void
cvn_payment_sums_fill (CvnGridList *list,
                       CvnTable    *sums)
{
  guint n = cvn_table_get_n_rows (sums);

  cvn_grid_list_begin (list, n > 0 ? n + 1 : 0);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (list); row++)
    add_sum (list, cvn_table_words_get_label (sums, row), cvn_table_get_integer (sums, row, "number"), cvn_table_get_integer (sums, row, "amount"), FALSE);
  if (n > 0 && !cvn_grid_list_is_full (list))
    add_sum (list, _("All together"), cvn_table_sum (sums, "number"), cvn_table_sum (sums, "amount"), TRUE);
  cvn_grid_list_end (list);
}
