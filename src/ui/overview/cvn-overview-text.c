/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-overview-text"

#include "cvn-overview-text.h"

#include "cvn-date.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>

static char *
euro (gint64 cents)
{
  return cvn_money_format_euro_short (cents, cvn_interface_language ());
}

static int
percent (gint64 part,
         gint64 whole)
{
  gint64 result;

  return cvn_money_mul_div (part, 100, whole, &result, NULL) ? (int) result : 0;
}

/** cvn_overview_text_contributions: "of €210,000 committed, 100 %". */
char *
cvn_overview_text_contributions (CvnFigureSet *figures)
{
  gint64           committed = cvn_figure_set_get_amount (figures, "contributions-committed");
  gint64           received = cvn_figure_set_get_amount (figures, "contributions-received");
  g_autofree char *amount = euro (committed);

  if (committed == 0)
    return g_strdup (_("Nothing is committed for this year yet"));
  return g_strdup_printf (_("received of %s committed, %d\u00a0%%"), amount, percent (received, committed));
}

/** cvn_overview_text_fees: "of €28,000 budgeted, 114 %". */
char *
cvn_overview_text_fees (CvnFigureSet *figures)
{
  gint64           budget = cvn_figure_set_get_amount (figures, "fee-revenue-budget");
  gint64           revenue = cvn_figure_set_get_amount (figures, "fee-revenue");
  g_autofree char *amount = euro (budget);

  if (budget == 0)
    return g_strdup (_("No budget for fees this year"));
  return g_strdup_printf (_("of %s budgeted, %d\u00a0%%"), amount, percent (revenue, budget));
}

/** cvn_overview_text_bookings: "€12,590; 9 delivered, 1 booked". */
char *
cvn_overview_text_bookings (CvnFigureSet *figures)
{
  gint64           delivered = cvn_figure_set_get_part (figures, "bookings-by-state", "delivered", "number");
  gint64           booked = cvn_figure_set_get_part (figures, "bookings-by-state", "booked", "number");
  gint64           requested = cvn_figure_set_get_part (figures, "bookings-by-state", "requested", "number");
  gint64           cancelled = cvn_figure_set_get_part (figures, "bookings-by-state", "cancelled", "number");
  GString         *text = g_string_new (NULL);
  g_autofree char *amount = NULL;

  if (delivered + booked + requested + cancelled == 0)
    {
      g_string_append (text, _("No bookings this year"));
      return g_string_free (text, FALSE);
    }
  amount = euro (cvn_figure_set_get_amount (figures, "bookings-by-state"));
  g_string_append_printf (text, _("worth %s"), amount);
  if (delivered > 0)
    g_string_append_printf (text, ngettext (", %lld delivered", ", %lld delivered", (gulong) delivered), (long long) delivered);
  if (booked > 0)
    g_string_append_printf (text, ngettext (", %lld booked", ", %lld booked", (gulong) booked), (long long) booked);
  if (requested > 0)
    g_string_append_printf (text, ngettext (", %lld requested", ", %lld requested", (gulong) requested), (long long) requested);
  if (cancelled > 0)
    g_string_append_printf (text, ngettext (", %lld cancelled", ", %lld cancelled", (gulong) cancelled), (long long) cancelled);
  return g_string_free (text, FALSE);
}

/** cvn_overview_text_events: "held, 412 attended; 2 cancelled, 3 planned". */
char *
cvn_overview_text_events (CvnFigureSet *figures)
{
  gint64   attended = cvn_figure_set_get_part (figures, "events-held", "held", "attended");
  gint64   planned = cvn_figure_set_get_part (figures, "events-held", "planned", "amount");
  gint64   cancelled = cvn_figure_set_get_part (figures, "events-held", "cancelled", "amount");
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("held, %lld attended", "held, %lld attended", (gulong) attended), (long long) attended);
  if (planned > 0)
    g_string_append_printf (text, ngettext (", %lld planned", ", %lld planned", (gulong) planned), (long long) planned);
  if (cancelled > 0)
    g_string_append_printf (text, ngettext (", %lld cancelled", ", %lld cancelled", (gulong) cancelled), (long long) cancelled);
  return g_string_free (text, FALSE);
}

/** cvn_overview_text_result: the sign of the result in a word, and what it is made of. */
char *
cvn_overview_text_result (CvnFigureSet *figures)
{
  gint64           income = cvn_figure_set_get_part (figures, "result-expected", "income", "amount");
  gint64           cost = cvn_figure_set_get_part (figures, "result-expected", "cost", "amount");
  g_autofree char *in = euro (income);
  g_autofree char *out = euro (-cost);

  if (income == 0 && cost == 0)
    return g_strdup (_("No budget for this year yet"));
  if (income + cost < 0)
    return g_strdup_printf (_("deficit: %s in, %s out"), in, out);
  return g_strdup_printf (_("surplus: %s in, %s out"), in, out);
}

/** cvn_overview_text_date: a day, month or year for people, "" for none. */
char *
cvn_overview_text_date (const char *iso)
{
  CvnDate date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup (iso != NULL ? iso : "");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

/* Sentences for the codes in "what"; %s is what the record is called. */
typedef struct
{
  const char *what;
  const char *sentence;
} Sentence;

static char *
say (const Sentence *sentences,
     guint           n,
     const char     *what,
     const char     *title)
{
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (sentences[i].what, what))
      {
        parts = g_strsplit (_(sentences[i].sentence), "%s", 2);
        return g_strjoinv (title, parts);
      }
  return g_strdup (title);
}

static char *
pick_title (CvnFigureSet *figures,
            CvnTable     *table,
            guint         row)
{
  const char *title = cvn_figure_set_get_title (figures, cvn_table_get_text (table, row, "id"));
  const char *label = cvn_table_get_text (table, row, "label");

  return g_strdup (*title != '\0' ? title : label != NULL ? label
                                                          : "");
}

/** cvn_overview_text_deadline: what falls due, in the row at place @row of the deadlines. */
char *
cvn_overview_text_deadline (CvnFigureSet *figures,
                            guint         row)
{
  static const Sentence sentences[] = {
    { "instalment_due", N_("Instalment due: %s") },
    { "invoice_due", N_("Invoice due: %s") },
    { "reminder_next", N_("Next reminder: %s") },
    { "agreement_ends", N_("Ends: %s") },
    { "agreement_notice", N_("Last day for notice: %s") },
    { "decision_expected", N_("Decides: %s") },
    { "event_starts", N_("Event: %s") },
    { "milestone_due", N_("Milestone: %s") },
    { "follow_up", N_("Follow up: %s") },
    { "contact_delete", N_("Contact to delete: %s") },
    { "publication_due", N_("Publish: %s") },
    { "task_due", N_("Task: %s") },
    { "quote_expires", N_("Quote expires: %s") },
    { "benefit_due", N_("Benefit to deliver: %s") },
  };
  CvnTable        *table = cvn_figure_set_get (figures, "deadlines");
  g_autofree char *title = pick_title (figures, table, row);

  return say (sentences, G_N_ELEMENTS (sentences), cvn_table_get_text (table, row, "what"), title);
}

/** cvn_overview_text_attention: what is the matter, in the row at place @row of what needs attention. */
char *
cvn_overview_text_attention (CvnFigureSet *figures,
                             guint         row)
{
  static const Sentence sentences[] = {
    { "conflict", N_("Two people changed %s: choose what holds") },
    { "unsigned", N_("%s has not signed yet") },
    { "notice_near", N_("The last day for notice comes near: %s") },
    { "end_near", N_("Ends soon, and nothing follows it: %s") },
    { "decision_near", N_("%s decides soon") },
    { "invoice_overdue", N_("Invoice %s is overdue") },
    { "reminder_due", N_("The next reminder is due: %s") },
    { "paid_too_much", N_("Too much was paid: %s") },
    { "payment_unmatched", N_("Payment for no invoice: %s") },
    { "instalment_overdue", N_("Instalment %s is overdue") },
    { "over_budget", N_("%s is over its budget") },
    { "month_without_figures", N_("No registrations are counted for %s") },
    { "risk_without_measure", N_("Risk without a measure: %s") },
    { "milestone_slipped", N_("Milestone is past its day: %s") },
    { "attendance_missing", N_("Attendance is missing: %s") },
    { "event_not_closed", N_("Is over and not closed: %s") },
    { "publication_late", N_("Late to be published: %s") },
    { "task_late", N_("Task is late: %s") },
    { "task_reminder", N_("Reminder of a task: %s") },
    { "offer_lapsed", N_("The offer of seats has lapsed: %s") },
    { "quote_expired", N_("Quote has expired: %s") },
    { "provider_over", N_("Its provider is full that month: %s") },
    { "benefit_overdue", N_("Benefit is overdue: %s") },
  };
  CvnTable        *table = cvn_figure_set_get (figures, "attention");
  const char      *what = cvn_table_get_text (table, row, "what");
  g_autofree char *title = NULL;

  if (g_str_equal (what, "month_without_figures"))
    title = cvn_overview_text_date (cvn_table_get_text (table, row, "date"));
  else
    title = pick_title (figures, table, row);
  return say (sentences, G_N_ELEMENTS (sentences), what, title);
}
