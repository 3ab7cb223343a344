/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-invoice-rows"

#include "cvn-invoice-rows.h"

#include "cvn-centre.h"
#include "cvn-change-words.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

typedef enum {
  CELL_PARTY,
  CELL_NUMBER,
  CELL_DUE,
  CELL_STATE,
  CELL_OPEN,
  CELL_TOTAL,
  N_CELLS,
} CellId;

static const CvnGridColumn columns[N_CELLS] = {
  [CELL_PARTY] = { N_("Customer"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [CELL_NUMBER] = { N_("Invoice"), 100, 0.0f, CVN_NARROW_LINE },
  [CELL_DUE] = { N_("Due date"), 90, 0.0f, CVN_NARROW_HIDE },
  [CELL_STATE] = { N_("State"), 170, 0.0f, CVN_NARROW_LINE },
  [CELL_OPEN] = { N_("Open"), 110, 1.0f, CVN_NARROW_HIDE },
  [CELL_TOTAL] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

static gboolean
is_state (CvnTable   *invoices,
          guint       row,
          const char *state)
{
  return g_strcmp0 (cvn_table_get_text (invoices, row, "state"), state) == 0;
}

/* Something is the matter with it. */
static gboolean
is_wrong (CvnTable *invoices,
          guint     row)
{
  return is_state (invoices, row, "overdue") || is_state (invoices, row, "over") || is_state (invoices, row, "double");
}

/** cvn_invoice_rows_dup_title: its number; a draft has none. */
char *
cvn_invoice_rows_dup_title (CvnTable *invoices,
                            guint     row)
{
  const char *number = cvn_table_get_text (invoices, row, "number");

  if (is_state (invoices, row, "credit_note") && number != NULL)
    return g_strdup_printf (_("Credit note %s"), number);
  return number != NULL ? g_strdup_printf (_("Invoice %s"), number) : g_strdup (_("Draft of an invoice"));
}

/** cvn_invoice_rows_dup_state: where it stands, in words. */
char *
cvn_invoice_rows_dup_state (CvnTable *invoices,
                            guint     row)
{
  const char *state = cvn_table_get_text (invoices, row, "state");
  int         late = (int) cvn_table_get_integer (invoices, row, "days_late");

  if (g_str_equal (state, "overdue"))
    return g_strdup_printf (ngettext ("Overdue for %d day", "Overdue for %d days", late), late);
  if (g_str_equal (state, "double"))
    return g_strdup (_("Paid twice"));
  if (g_str_equal (state, "over"))
    return g_strdup (_("Paid too much"));
  if (g_str_equal (state, "credit_note"))
    return g_strdup (_("Credit note"));
  return g_strdup (cvn_partner_choice_label ("invoice", "status", state));
}

/** cvn_invoice_rows_new_list: an empty list. */
GtkWidget *
cvn_invoice_rows_new_list (void)
{
  return cvn_grid_list_new (columns, N_CELLS, _("Invoices"), _("There are no invoices in this year. Make them out of instalments."));
}

/* What is open and, where too much came in, what is to be paid back. */
static char *
dup_open (CvnTable *invoices,
          guint     row)
{
  gint64 amount = cvn_table_get_integer (invoices, row, "amount");

  return amount != 0 ? cvn_money_format_euro (amount, cvn_interface_language ()) : g_strdup ("");
}

static void
add_invoice (CvnGridList *list,
             CvnTable    *invoices,
             guint        row)
{
  const char      *name = cvn_table_words_get_label (invoices, row);
  const char      *number = cvn_table_get_text (invoices, row, "number");
  g_autofree char *title = cvn_invoice_rows_dup_title (invoices, row);
  g_autofree char *due = cvn_table_words_dup_day (invoices, row, "date");
  g_autofree char *state = cvn_invoice_rows_dup_state (invoices, row);
  g_autofree char *open = dup_open (invoices, row);
  g_autofree char *total = cvn_table_words_dup_money (invoices, row, "total");
  /* Translators: customer, invoice, amount, due date, state */
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s: %3$s due on %4$s, %5$s"), name, title, total, due, state);
  const char      *sort = cvn_partner_choice_label ("invoice", "kind", cvn_table_get_text (invoices, row, "sort"));
  GtkWidget       *cells[N_CELLS] = {
          [CELL_PARTY] = cvn_grid_cell_new (name, 0.0f, sort),
          [CELL_NUMBER] = cvn_grid_cell_new (number != NULL ? number : _("Draft"), 0.0f, NULL),
          [CELL_DUE] = cvn_grid_cell_new (due, 0.0f, NULL),
          [CELL_STATE] = cvn_grid_cell_new (state, 0.0f, NULL),
          [CELL_OPEN] = cvn_grid_cell_new (open, 1.0f, NULL),
          [CELL_TOTAL] = cvn_grid_cell_new (total, 1.0f, NULL),
  };

  gtk_widget_add_css_class (cells[CELL_NUMBER], "numeric");
  gtk_widget_add_css_class (cells[CELL_DUE], "numeric");
  if (is_wrong (invoices, row))
    gtk_widget_add_css_class (cells[CELL_STATE], "cvn-beside");
  cvn_grid_list_add (list, cvn_table_get_text (invoices, row, "id"), sentence, cells);
}

/** cvn_invoice_rows_fill: shows @invoices; the rows are known by their ids. */
void
cvn_invoice_rows_fill (CvnGridList *list,
                       CvnTable    *invoices)
{
  guint n = cvn_table_get_n_rows (invoices);

  cvn_grid_list_begin (list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (list); row++)
    add_invoice (list, invoices, row);
  cvn_grid_list_end (list);
}

/** cvn_invoice_rows_dup_sum: what is open of all of them, and how many are late. */
char *
cvn_invoice_rows_dup_sum (CvnTable *invoices)
{
  g_autofree char *open = cvn_money_format_euro (cvn_table_sum (invoices, "open"), cvn_interface_language ());
  guint            n_late = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (invoices); row++)
    n_late += is_state (invoices, row, "overdue");
  if (cvn_table_sum (invoices, "open") == 0)
    return g_strdup (_("Nothing is open"));
  if (n_late == 0)
    return g_strdup_printf (_("%s is open, nothing of it overdue"), open);
  return g_strdup_printf (ngettext ("%1$s is open, %2$u invoice is overdue", "%1$s is open, %2$u invoices are overdue", n_late), open, n_late);
}

typedef enum {
  EVENT_DAY,
  EVENT_WHAT,
  EVENT_AMOUNT,
  N_EVENT_CELLS,
} EventCell;

static const CvnGridColumn event_columns[N_EVENT_CELLS] = {
  [EVENT_DAY] = { N_("Date"), 90, 0.0f, CVN_NARROW_LINE },
  [EVENT_WHAT] = { N_("What happened"), CVN_GRID_REST, 0.0f, CVN_NARROW_LEAD },
  [EVENT_AMOUNT] = { N_("Amount"), 110, 1.0f, CVN_NARROW_VALUE },
};

static char *
describe_event (CvnTable *events,
                guint     row)
{
  static const struct
  {
    const char *what;
    const char *sentence;
  } sentences[] = {
    { "sent", N_("Sent") },
    { "receipt", N_("Received from %s") },
    { "refund", N_("Paid back to %s") },
    { "write_off", N_("Written off") },
    { "bank_in", N_("Received at the bank from %s") },
    { "bank_out", N_("Paid back by bank to %s") },
    { "credit_note", N_("Taken back by credit note %s") },
  };
  const char *what = cvn_table_get_text (events, row, "what");

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].what, what))
      {
        g_auto (GStrv) parts = g_strsplit (_(sentences[i].sentence), "%s", 2);

        return g_strjoinv (cvn_table_words_get_label (events, row), parts);
      }
  return g_strdup_printf (_("Reminder of level %d"), (int) cvn_table_get_integer (events, row, "level"));
}

/** cvn_invoice_events_new_list: an empty list of what happened to an invoice. */
GtkWidget *
cvn_invoice_events_new_list (void)
{
  return cvn_grid_list_new (event_columns, N_EVENT_CELLS, _("What happened"), _("Nothing has happened yet: it has not been sent."));
}

/** cvn_invoice_events_fill: shows @events; the rows are known by kind and id, with a colon between them. */
void
cvn_invoice_events_fill (CvnGridList *list,
                         CvnTable    *events)
{
  guint n = cvn_table_get_n_rows (events);

  cvn_grid_list_begin (list, n);
  for (guint row = 0; row < n && !cvn_grid_list_is_full (list); row++)
    {
      g_autofree char *id = g_strdup_printf ("%s:%s", cvn_table_get_text (events, row, "kind"), cvn_table_get_text (events, row, "id"));
      g_autofree char *day = cvn_table_words_dup_day (events, row, "date");
      g_autofree char *text = describe_event (events, row);
      g_autofree char *amount = cvn_table_words_dup_money (events, row, "amount");
      /* Translators: a day, what happened, an amount */
      g_autofree char *sentence = g_strdup_printf (_("%1$s: %2$s, %3$s"), day, text, amount);
      GtkWidget       *cells[N_EVENT_CELLS] = {
              [EVENT_DAY] = cvn_grid_cell_new (day, 0.0f, NULL),
              [EVENT_WHAT] = cvn_grid_cell_new (text, 0.0f, NULL),
              [EVENT_AMOUNT] = cvn_grid_cell_new (amount, 1.0f, NULL),
      };

      gtk_widget_add_css_class (cells[EVENT_DAY], "numeric");
      cvn_grid_list_add (list, id, sentence, cells);
    }
  cvn_grid_list_end (list);
}
