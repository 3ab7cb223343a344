/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-figures"

#include "cvn-reader.h"

#include "cvn-reader-private.h"
#include "cvn-statement-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Figures are SQL, one file each, in figures/. What they have in common:
 *
 * NAME.sql gives the figure: a row, or a row for each "part" (a code, an id, a month). "amount" is cents or a number.
 * NAME.rows.sql gives the rows behind it: "kind" and "id" of a record, "date", "label" and "amount"; "part" when the figure
 * has parts. For each part the amounts of the rows add up to the amount of the figure. A figure that consists of records
 * itself has no such file: it is its own explanation.
 * Parameters, by name, as needed: :year, :today (ISO day), :record (an id), :from and :to (ISO days, the last one not included).
 */

/* A line of SQL that stands for NAME.part.sql: what several figures begin with. */
#define INCLUDE "--include "

/* A line that stands for the table "NAME (COLUMNS)", which holds what "fresh_NAME" gives. SQLite works out a part of a query
 * again for each place that asks for it, and for each place that asks for those: a few steps on, preparing such a query
 * takes longer than all the rest. A temporary table makes it two short queries. */
#define KEEP "--keep "

/* A line after which only what was kept is named: SQLite need not read again, for each part, what nothing asks for. */
#define ANEW "--anew"

#define FOLDER "/org/convenant/Convenant/figures/"

static const CvnFigureInfo figures[] = {
  { "contributions-committed", N_("Contributions committed"),
    N_("The amounts of all commitments of the year.") },
  { "contributions-received", N_("Contributions received"),
    N_("What was paid of the instalments of all commitments of the year, whenever that was: the payments booked on their invoices or, where none were booked, the instalments with a payment date.") },
  { "fee-revenue", N_("Fee revenue"),
    N_("For each month of the year, the paid registrations times the fee that is valid on the first of that month; for children the fee for children, if there is one.") },
  { "fee-revenue-budget", N_("Fee revenue in the budget"),
    N_("The budget lines of the year whose actual amounts are registration fees, as last amended.") },
  { "fee-revenue-by-month", N_("Fee revenue by month"),
    N_("The paid registrations of the month times the fee that is valid on its first day, beside the same month of the year before and a twelfth of the budget for registration fees.") },
  { "fees-sheet", N_("Registrations by municipality, month and group"),
    N_("What is counted for each month, municipality and group; revenue is paid registrations times the fee that is valid on the first of the month.") },
  { "fees-history", N_("Fee revenue of the last years"),
    N_("For each month with registration figures, the paid registrations times the fee that is valid on its first day.") },
  { "fees-tariffs", N_("Fees"),
    N_("All fees with the days from and until which they are valid.") },
  { "bookings-by-state", N_("Bookings"),
    N_("The bookings dated in the year, by state; their value is without VAT.") },
  { "events-held", N_("Events held"),
    N_("The events that begin in the year, by state, without those that the centre only announced.") },
  { "result-expected", N_("Expected result"),
    N_("The income lines of the year’s budget less the cost lines, each by its forecast: what is actual, and what is expected of the open months.") },
  { "commitment-thermometer", N_("Commitment thermometer"),
    N_("The commitments of the year by the last decision of their party up to today: pledged counts what is decided too, decided what is signed too. Invoiced are the instalments with an invoice that has been sent, paid is what was booked on those invoices or, where nothing was, the instalments with a payment date. The target are the budget lines for contributions, as last amended.") },
  { "contributions-by-municipality", N_("Contributions by municipality"),
    N_("The commitments of each municipality for the year, what it has paid of them, and the commitments divided by its inhabitants on 1 January, rounded to the cent.") },
  { "registrations", N_("Registrations"),
    N_("The registrations counted in the twelve months of the year.") },
  { "registrations-by-municipality", N_("Registrations by municipality"),
    N_("The share of each municipality in the registrations of the year, beside its share in the inhabitants on 1 January.") },
  { "deadlines", N_("Deadlines"),
    N_("What falls due from today up to and including thirty days from now: unpaid instalments and what is open of invoices, the next reminders, ends and notice dates of agreements, decisions that parties are expected to take, events, publications and tasks, quotes that wait for an answer, benefits promised to partners, milestones, follow-ups and contacts to delete.") },
  { "attention", N_("Needs attention"),
    N_("Partners that have not signed an agreement that runs or is coming; on the days on which an agreement asks to be reminded, its notice date, its end when nothing follows it, and expected decisions; what is open of invoices past their due date and whose next reminder is due, unpaid instalments past their due date, invoices of the year of which too much was paid, payments of the year that are for no invoice, cost lines of the year of which more is expected than their budget as last amended, months of the year without registration figures ten days after their end, open risks without a measure, milestones that are past their day and not achieved, events held without attendance, events that are over and not closed, publications and tasks that are late, offers of seats that lapsed, quotes that expired without an answer, and benefits of partners that are overdue.") },
  { "years", N_("Years"),
    N_("From the first to the last year with commitments, budget lines, registrations, events or bookings.") },
  { "partner-contributions", N_("Contributions of the partner"),
    N_("The commitments of the partner by year, and what was paid of their instalments.") },
  { "partner-agreements", N_("Agreements of the partner"),
    N_("The agreements that the partner decided about or contributes to, with its last decision up to today and its commitments under them.") },
  { "partner-decisions", N_("Decisions of the partner"),
    N_("The decisions of the partner about agreements, the last one first.") },
  { "partner-events", N_("Events of the partner"),
    N_("The events that have the partner in their list of partners or name its code, with the number of people who attended.") },
  { "partner-bookings", N_("Bookings of the partner"),
    N_("The bookings of the partner, without VAT.") },
  { "partner-list", N_("Partners"),
    N_("All organisations, each with its last decision about an agreement up to today.") },
  { "partner-packages", N_("Packages of the partner"),
    N_("The packages of the partner, without VAT.") },
  { "partner-invoices", N_("Invoices of the partner"),
    N_("The invoices to the partner, with VAT.") },
  { "open-invoices", N_("Open invoices"),
    N_("The invoices that were sent up to today, less credit notes, what was written off and what was received: the payments booked on them or else the bank lines that name them or their reference. Below zero is what was paid too much.") },
  { "proof-sheet", N_("Proof of the allocation"),
    N_("The lines of the allocation keys of the year with the figures that were used: the exact share rounded down, and the cents that are left to the largest remainders.") },
  { "partner-gives-gets", N_("What the partner gives and gets"),
    N_("The commitments of the partner for the year, the registration fees of its inhabitants at the fee that is valid on the first of each month, and its bookings and packages without VAT.") },
  { "fees-grid", N_("Registrations by municipality and month"),
    N_("The registrations of each municipality and month, and the paid ones times the fee that is valid on the first of that month, beside the same month of the year before.") },
  { "registrations-per-1000", N_("Registrations per 1,000 inhabitants"),
    N_("The registrations of the year divided by the inhabitants on 1 January, times 1,000, rounded to hundredths.") },
  { "payments-by-payer", N_("Payments by payer"),
    N_("The payments booked in the year, and the bank lines of the year, costs left out, that no payment was booked for, less what was paid back, by who paid.") },
  { "payments-by-credited", N_("Payments by whom they are credited to"),
    N_("The payments booked in the year, and the bank lines of the year, costs left out, that no payment was booked for, less what was paid back, by whom they were paid on behalf of or, of a bank line, whose invoice it names; else by who paid.") },
  { "agreements", N_("Agreements"),
    N_("All agreements: covenants that run first, then the others that run, then the rest, the latest first.") },
  { "agreement-parties", N_("Parties of the agreement"),
    N_("Who decided about the agreement, contributes to it or, where it requires the parties of its predecessor, signed that one; with its commitments of the year.") },
  { "agreement-decisions", N_("Decisions about the agreement"),
    N_("All decisions of the parties about the agreement.") },
  { "agreement-sums", N_("Sums of the agreement"),
    N_("The commitments of the year under the agreement; of their instalments those with an invoice that has been sent, and what was paid: the payments booked on those invoices or, where none were booked, the instalments with a payment date. At risk are the commitments of parties that have not signed up to today.") },
  { "year-key", N_("Allocation keys"),
    N_("The lines of the allocation keys of the year. They add up to the total of each key.") },
  { "invoices", N_("Invoices"),
    N_("The invoices dated in the year, and those of any year that were not sent or of which something is open: the total less credit notes, what was written off and what was received. Received is what was booked on the invoice or else what the bank lines say that name it or its reference.") },
  { "invoice-events", N_("What happened to the invoice"),
    N_("When the invoice was sent, what was received, paid back and written off, and its credit notes and reminders.") },
  { "payments", N_("Payments"),
    N_("The payments booked in the year, and the bank lines of the year, costs left out, that no payment was booked for. Free is what has not been put to an invoice.") },
  { "year-rules", N_("Contribution rules"),
    N_("The contribution rules that hold in the year, under agreements that hold in it.") },
  { "year-commitments", N_("Commitments"),
    N_("The commitments of the year under all agreements.") },
  { "calendar-events", N_("Events in the calendar"),
    N_("The events of which something lies in the period, without templates.") },
  { "publication-channels", N_("Channels for events"),
    N_("The channels that have a lead time for events, and those in which an event was published.") },
  { "publication-cells", N_("Publications of events"),
    N_("Where the events that begin in the year are published, and when that was or is due.") },
  { "quick-names", N_("Names"),
    N_("What organisations and programmes are called, in both languages.") },
  { "publication-events", N_("Events to be published"),
    N_("The events that begin in the year, without templates and those that were cancelled.") },
  { "event-total", N_("Totals of the event"),
    N_("Of its lists of sign-ups, costs and sponsors where it has them, else as they were entered with the event. Speakers and helpers are not counted, nor is who cancelled, waits or was only offered seats.") },
  { "event-series", N_("Other editions"),
    N_("The other events of the same series.") },
  { "event-templates", N_("Templates"),
    N_("The events that are only there to make others from.") },
  { "open-tasks", N_("Tasks"),
    N_("The tasks that are not done, and those that were done in the last thirty days.") },
  { "events-attendance", N_("Attendance"),
    N_("The people who attended events held in the year, own and co-organised ones: the head count of the event or, without one, the ticks in its list. Announced and cancelled events do not count.") },
  { "events-money", N_("Costs and income of events"),
    N_("Of the events that begin in the year: the lines of costs and income or, without lines, the amounts of the event; and what sponsors pledged, were invoiced for and paid.") },
  { "year-instalments", N_("Instalments"),
    N_("The instalments of the commitments of the year.") },
  { "booking-board", N_("Bookings by state"),
    N_("Bookings that are open, of all years, and those paid or cancelled of the year; invoiced and paid follow from their invoices.") },
  { "booking-stages", N_("Bookings by state"),
    N_("Bookings that are open, of all years, and those paid or cancelled of the year, without VAT; invoiced and paid follow from their invoices.") },
  { "booking-detail", N_("Booking"),
    N_("The booking with the days of its states, its margin and what is left of its hours.") },
  { "booking-sessions", N_("Sessions of the booking"),
    N_("The sessions of the booking, each with what is left of its hours after it.") },
  { "programme-prices", N_("Prices of programmes"),
    N_("What programmes cost and from when to when.") },
  { "booking-margins", N_("Bookings by programme"),
    N_("The bookings of the year that were confirmed or delivered, without VAT. The margin is the price less what the provider asks, of the bookings of which that is known; the lead time is from request to confirmation.") },
  { "provider-months", N_("Bookings by provider and month"),
    N_("The bookings of the year that were confirmed or delivered and have a provider. Over are those confirmed last, beyond what the provider can deliver in that month.") },
  { "package-ledger", N_("Packages of the year"),
    N_("The packages of the year with how many benefits were promised, are planned, were delivered and are overdue.") },
  { "benefit-ledger", N_("Promised benefits"),
    N_("The benefits of the packages of the year. Overdue is what was not delivered by its day.") },
  { "benefit-proofs", N_("Where a partner was shown"),
    N_("The events of the year of the benefit that were not cancelled and the messages about them, the nearest to its day first.") },
  { "event-exposures", N_("Partners shown"),
    N_("The benefits of partners that were delivered at the event or in a message about it.") },
  { "open-benefits", N_("Benefits to deliver"),
    N_("The benefits of the packages of the year that were not delivered yet.") },
  { "budget-room", N_("Room on the cost lines"),
    N_("The cost lines of the year: the budget as last amended, and what is actual or committed on each already.") },
  { "budget-lines", N_("Budget against actual"),
    N_("The lines of the year’s budget: the budget as last amended, what is actual, what is committed but not actual yet, and the forecast, in full and weighted. A line that takes its amounts from the contributions, the fees, the packages, the bookings or the events gets each of them once; entries made by hand come on top.") },
  { "budget-months", N_("Budget by month"),
    N_("The lines of the year’s budget by month; amounts that are known for the whole year only stand apart.") },
  { "budget-month-actual", N_("Actual by month"),
    N_("What is actual of the line in the month, by the dates of the records; what is known of the whole year only is in no month.") },
  { "budget-month-forecast", N_("Forecast by month"),
    N_("What is expected of the line in the month: what is actual of months that have ended, and of the open ones what the way of the line says.") },
  { "budget-current", N_("Budget"),
    N_("The amounts of the lines as last amended.") },
  { "budget-actual", N_("Actual"),
    N_("Contributions that were invoiced or paid, paid registrations times the fee of their month, packages that were invoiced, bookings that were delivered, income and costs of events held or cancelled, and entries made by hand; for lines without such a source also the amount that is filled in for the whole year.") },
  { "budget-committed", N_("Committed"),
    N_("What is agreed on but not actual yet: contributions not invoiced, packages not invoiced, bookings not delivered, planned events, and entries that are ordered.") },
  { "budget-forecast", N_("Forecast"),
    N_("What is actual up to the last month that has ended, and for the open months what is expected in the way that the line says: as planned, as the same months of last year, or what is committed. In an open month in which more is actual than expected, the actual counts. A forecast that is filled in by hand is taken as it is. A line of which nothing is known but the budget keeps its budget.") },
  { "budget-difference", N_("Difference from the budget"),
    N_("The forecast of the line less its budget as last amended, which stands below zero at the end.") },
  { "budget-weighted", N_("Weighted forecast"),
    N_("The forecast, less the part of each committed contribution that may not come: one less the weight of the last decision of its party up to today, rounded to the cent.") },
  { "budget-versions", N_("Versions of the budget"),
    N_("The lines of the year’s budget as adopted and as each amendment has them.") },
  { "budget-entries", N_("Budget entries"),
    N_("What was entered by hand on the lines of the year’s budget.") },
  { "budget-parties", N_("Parties that contribute"),
    N_("Who contributes to the year. Parties of one allocation key share it by its weights, the others by what they pay.") },
  { "budget-fees", N_("Fees by month"),
    N_("The fee for the registration of an adult on the first of each month.") },
  { "budget-services", N_("Services"),
    N_("The services that have started by the year, with the budget assigned to them or, where there is none, their cost estimate.") },
  { "budget-years", N_("Budget by year"),
    N_("The lines of the years of the covenant that runs at the end of the year, at least from two years before to one year after.") },
  { "budget-cash", N_("Cash by month"),
    N_("The balance of the bank at the beginning of the year. Up to today, what came in and went out at the bank; where there are no statements, payments and entries. After today, open instalments and invoices in the month in which they are due, those that are late in the first open month, and what is expected of the other lines of the budget in their open months.") },
  { "card-figures", N_("Figures of a half-year"),
    N_("The registrations counted in the six months, the paid ones times the fee of their month, and the events held in them without those that the centre only announced.") },
  { "project-figures", N_("Figures of a project"),
    N_("Of a project of a programme with its lines of action: its budget, or that of its lines; the commitments of the year by its agreements, in money and in hours; its memberships and their fees without VAT; and the partners measured for a target, and those that reach it.") },
  { "budget-weights", N_("Weights of the forecast"),
    N_("How likely a contribution is to come, by the last decision of its party.") },
};

/** cvn_figure_list: all figures, owned by the program. */
const CvnFigureInfo *
cvn_figure_list (guint *n_figures)
{
  *n_figures = G_N_ELEMENTS (figures);
  return figures;
}

/** cvn_figure_find: the figure called @name, or NULL. */
const CvnFigureInfo *
cvn_figure_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return &figures[i];
  return NULL;
}

/* The parameters, by name. They have to live as long as the statement runs. */
typedef struct
{
  CvnValue year;
  CvnValue today;
  CvnValue record;
  CvnValue from;
  CvnValue to;
} Parameters;

static void
clear_parameters (Parameters *parameters)
{
  cvn_value_clear (&parameters->today);
  cvn_value_clear (&parameters->record);
  cvn_value_clear (&parameters->from);
  cvn_value_clear (&parameters->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parameters, clear_parameters)

static CvnStatement *
prepare (CvnReader        *self,
         const char       *sql,
         const Parameters *parameters,
         GError          **error)
{
  CvnStatement *statement = cvn_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return NULL;
  cvn_statement_bind_named (statement, ":year", &parameters->year);
  cvn_statement_bind_named (statement, ":today", &parameters->today);
  cvn_statement_bind_named (statement, ":record", &parameters->record);
  cvn_statement_bind_named (statement, ":from", &parameters->from);
  cvn_statement_bind_named (statement, ":to", &parameters->to);
  return statement;
}

/* Fills the table of @declaration, "NAME (COLUMNS)", with what fresh_NAME gives at the end of the unfinished query @sql. */
static gboolean
fill (CvnReader        *self,
      const char       *sql,
      const char       *declaration,
      const Parameters *parameters,
      GError          **error)
{
  int              length = (int) strcspn (declaration, " ");
  gsize            end = strlen (sql) - strlen (",\n"); /* a comma awaits what comes next */
  g_autofree char *make = g_strdup_printf ("CREATE TEMP TABLE IF NOT EXISTS kept_%s", declaration);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM temp.kept_%.*s", length, declaration);
  g_autofree char *refill = g_strdup_printf ("INSERT INTO temp.kept_%.*s\n%.*s\nSELECT * FROM fresh_%.*s",
                                             length, declaration, (int) end, sql, length, declaration);
  g_autoptr (CvnStatement) statement = NULL;

  if (!cvn_db_run_script (self->db, make, error) || !cvn_db_execute (self->db, error, clear, ""))
    return FALSE;
  statement = prepare (self, refill, parameters, error);
  return statement != NULL && cvn_statement_run (statement, error);
}

static CvnTable *
run (CvnReader                *self,
     const char               *sql,
     const CvnFigureArguments *arguments,
     GError                  **error)
{
  g_auto (Parameters) parameters = { .year = { CVN_VALUE_INTEGER, arguments->year, NULL } };
  g_auto (GStrv) lines = g_strsplit (sql, "\n", -1);
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new ("WITH RECURSIVE\n");
  g_autoptr (CvnStatement) statement = NULL;

  cvn_value_set_text (&parameters.today, arguments->today);
  cvn_value_set_text (&parameters.record, arguments->record);
  cvn_value_set_text (&parameters.from, arguments->from);
  cvn_value_set_text (&parameters.to, arguments->to);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char      *declaration = lines[i] + strlen (KEEP);
      g_autofree char *view = NULL;

      if (g_str_equal (lines[i], ANEW))
        {
          g_string_assign (query, kept->str);
          continue;
        }
      if (!g_str_has_prefix (lines[i], KEEP))
        {
          g_string_append_printf (query, "%s\n", lines[i]);
          continue;
        }
      if (!fill (self, query->str, declaration, &parameters, error))
        return NULL;
      view = g_strdup_printf ("%s AS (SELECT * FROM temp.kept_%.*s),\n", declaration, (int) strcspn (declaration, " "), declaration);
      g_string_append (query, view);
      g_string_append (kept, view);
    }
  statement = prepare (self, query->str, &parameters, error);
  return statement != NULL ? cvn_statement_read_table (statement, error) : NULL;
}

static char *
dup_text (const char *name,
          const char *suffix)
{
  g_autofree char *path = g_strconcat (FOLDER, name, suffix, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], INCLUDE))
      {
        char *part = dup_text (lines[i] + strlen (INCLUDE), ".part.sql");

        g_return_val_if_fail (part != NULL, NULL);
        g_free (lines[i]);
        lines[i] = part;
      }
  return g_strjoinv ("\n", lines);
}

/**
 * cvn_figure_dup_sql:
 * @name: of a figure
 * @suffix: ".sql" or ".rows.sql"
 *
 * Returns: (transfer full) (nullable): the figure as one query, without temporary tables; NULL when there is none. Any thread.
 */
char *
cvn_figure_dup_sql (const char *name,
                    const char *suffix)
{
  g_autofree char *text = dup_text (name, suffix);
  g_autoptr (GRegex) regex = g_regex_new ("^" KEEP "((\\w+) .*)$", G_REGEX_MULTILINE, 0, NULL);

  return text != NULL ? g_regex_replace (regex, text, -1, 0, "\\1 AS (SELECT * FROM fresh_\\2),", 0, NULL) : NULL;
}

/**
 * cvn_reader_figure:
 * @name: of a figure in cvn_figure_list()
 * @arguments: what it is asked for
 *
 * Returns: (transfer full): the figure, as at the head of this file; NULL on error
 */
CvnTable *
cvn_reader_figure (CvnReader                *self,
                   const char               *name,
                   const CvnFigureArguments *arguments,
                   GError                  **error)
{
  g_autofree char *sql = dup_text (name, ".sql");

  g_return_val_if_fail (sql != NULL, NULL);
  return run (self, sql, arguments, error);
}

/**
 * cvn_reader_figure_rows:
 * @name: of a figure in cvn_figure_list()
 * @arguments: what it is asked for
 *
 * Returns: (transfer full): the records behind the figure, as at the head of this file; NULL on error
 */
CvnTable *
cvn_reader_figure_rows (CvnReader                *self,
                        const char               *name,
                        const CvnFigureArguments *arguments,
                        GError                  **error)
{
  g_autofree char *sql = dup_text (name, ".rows.sql");

  if (sql == NULL)
    return cvn_reader_figure (self, name, arguments, error);
  return run (self, sql, arguments, error);
}
