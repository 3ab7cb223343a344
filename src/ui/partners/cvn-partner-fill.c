/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-fill"

#include "cvn-partner-fill.h"

#include "cvn-date.h"
#include "cvn-money.h"
#include "cvn-partner-item.h"
#include "cvn-partner-people.h"
#include "cvn-partner-steps.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

/* Rows of a card before all are asked for. */
#define MAX_ROWS 5

static const struct
{
  const char *title;
  const char *nothing;
  const char *figure; /* of the total, which can be asked why; NULL for no total */
  const char *kind;   /* of the rows, when all of them make a list of their own */
  const char *add;    /* on the button that adds one */
} infos[CVN_PARTNER_N_CARDS] = {
  [CVN_PARTNER_CONTRIBUTIONS] = { N_("Contributions"), N_("No contribution is committed."), "partner-contributions", "commitment", NULL },
  [CVN_PARTNER_AGREEMENTS] = { N_("Agreements and Decisions"), N_("No agreement names this partner."), NULL, NULL, NULL },
  [CVN_PARTNER_REGISTRATIONS] = { N_("Registrations"), N_("There are no registrations in this year."), "registrations-by-municipality", NULL, NULL },
  [CVN_PARTNER_BOOKINGS] = { N_("Bookings"), N_("Nothing was booked."), "partner-bookings", "booking", NULL },
  [CVN_PARTNER_PACKAGES] = { N_("Partner Packages"), N_("There is no package."), "partner-packages", "partner_package", NULL },
  [CVN_PARTNER_CONTACTS] = { N_("Contacts"), N_("Add a contact by its role: a name is rarely needed."), NULL, "contact", N_("Add Contact") },
  [CVN_PARTNER_INTERACTIONS] = { N_("Interactions"), N_("Note a meeting or a call, and when to follow up."), NULL, "interaction", N_("Add Interaction") },
  [CVN_PARTNER_EVENTS] = { N_("Events"), N_("No event names this partner."), "partner-events", NULL, NULL },
  [CVN_PARTNER_INVOICES] = { N_("Invoices"), N_("No invoice was sent."), "partner-invoices", "invoice", NULL },
};

/** cvn_partner_fill_new_box: the box of @card, still empty. */
GtkWidget *
cvn_partner_fill_new_box (CvnPartnerCard card)
{
  GtkWidget *box = cvn_partner_box_new (_(infos[card].title), _(infos[card].nothing));

  if (infos[card].add != NULL)
    cvn_partner_box_set_add (CVN_PARTNER_BOX (box), _(infos[card].add), infos[card].kind);
  return box;
}

/** cvn_partner_fill_date: (transfer full): a day, month or year for people, "" for none. */
char *
cvn_partner_fill_date (const char *iso)
{
  CvnDate date;

  if (iso == NULL || !cvn_date_parse_iso (iso, &date, NULL))
    return g_strdup (iso != NULL ? iso : "");
  return cvn_date_format_short (&date, cvn_interface_language ());
}

static const char *
pick_label (CvnTable *table,
            guint     row)
{
  const char *english = NULL;

  if (cvn_interface_language () == CVN_LANGUAGE_EN && cvn_table_find_column (table, "label_en") >= 0)
    english = cvn_table_get_text (table, row, "label_en");
  return english != NULL ? english : cvn_table_get_text (table, row, "label");
}

static char *
join (const char *a,
      const char *b)
{
  gboolean has_a = a != NULL && *a != '\0';
  gboolean has_b = b != NULL && *b != '\0';

  if (has_a && has_b)
    return g_strdup_printf ("%s · %s", a, b);
  return g_strdup (has_a ? a : has_b ? b
                                     : "");
}

static char *
money (gint64 cents)
{
  return cvn_money_format_euro (cents, cvn_interface_language ());
}

static guint
get_n_rows (CvnTable *table)
{
  return table != NULL ? cvn_table_get_n_rows (table) : 0;
}

/* The rows that a card shows before somebody asks for more: the last of them says how many there are. */
static guint
limit (guint    n,
       gboolean all)
{
  return all || n <= MAX_ROWS + 1 ? n : MAX_ROWS;
}

static guint
fill_contributions (CvnPartnerBox *box,
                    CvnPartner    *partner)
{
  CvnTable        *table = cvn_figure_set_get (cvn_partner_get_figures (partner), "partner-contributions");
  guint            n = get_n_rows (table);
  g_autofree char *received = n > 0 ? money (cvn_table_sum (table, "received")) : NULL;
  g_autofree char *committed = n > 0 ? money (cvn_table_sum (table, "amount")) : NULL;
  /* Translators: two amounts: what was received of what was committed */
  g_autofree char *total = n > 0 ? g_strdup_printf (_("%1$s of %2$s received"), received, committed) : NULL;

  cvn_partner_box_set_total (box, total);
  for (guint row = n; row > 0; row--)
    {
      const char      *year = cvn_table_get_text (table, row - 1, "part");
      gint64           due = cvn_table_get_integer (table, row - 1, "amount");
      gint64           paid = cvn_table_get_integer (table, row - 1, "received");
      g_autofree char *value = money (due);
      g_autofree char *amount = money (paid);
      g_autofree char *subtitle = paid >= due ? g_strdup (_("Received in full")) : g_strdup_printf (_("%s received"), amount);
      CvnPartnerLine   line = { .title = year, .subtitle = subtitle, .value = value };
      GtkWidget       *widget = cvn_partner_box_add_line (box, &line);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", year);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "partner.show-year");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
      gtk_widget_set_focusable (widget, TRUE);
    }
  return n;
}

static void
add_decisions (CvnPartnerBox *box,
               CvnTable      *decisions,
               const char    *agreement)
{
  for (guint row = 0; row < get_n_rows (decisions); row++)
    {
      g_autofree char *date = NULL;
      g_autofree char *subtitle = NULL;
      CvnPartnerLine   line = { .kind = "agreement_decision" };

      if (g_strcmp0 (cvn_table_get_text (decisions, row, "agreement"), agreement) != 0)
        continue;
      date = cvn_partner_fill_date (cvn_table_get_text (decisions, row, "date"));
      subtitle = join (date, cvn_table_get_text (decisions, row, "body"));
      line.title = cvn_partner_status_label (cvn_table_get_text (decisions, row, "status"));
      line.subtitle = subtitle;
      line.id = cvn_table_get_text (decisions, row, "id");
      gtk_widget_add_css_class (cvn_partner_box_add_line (box, &line), "cvn-partner-sub");
    }
}

static char *
format_period (CvnTable *table,
               guint     row)
{
  g_autofree char *from = cvn_partner_fill_date (cvn_table_get_text (table, row, "date"));
  g_autofree char *until = cvn_partner_fill_date (cvn_table_get_text (table, row, "end_date"));

  if (*until == '\0')
    return g_strdup_printf (_("From %s"), from);
  return g_strdup_printf (_("%1$s – %2$s"), from, until);
}

static guint
fill_agreements (CvnPartnerBox *box,
                 CvnPartner    *partner)
{
  CvnTable *agreements = cvn_figure_set_get (cvn_partner_get_figures (partner), "partner-agreements");
  CvnTable *decisions = cvn_figure_set_get (cvn_partner_get_figures (partner), "partner-decisions");

  for (guint row = 0; row < get_n_rows (agreements); row++)
    {
      const char      *id = cvn_table_get_text (agreements, row, "id");
      gint64           amount = cvn_table_get_integer (agreements, row, "amount");
      g_autofree char *period = format_period (agreements, row);
      g_autofree char *value = amount != 0 ? money (amount) : NULL;
      CvnPartnerLine   line = { pick_label (agreements, row), period, value, "agreement", id };

      cvn_partner_box_add_line (box, &line);
      if (row == 0)
        cvn_partner_box_add_widget (box, cvn_partner_steps_new (decisions, id));
      add_decisions (box, decisions, id);
    }
  return get_n_rows (agreements);
}

static void
add_share (CvnPartnerBox *box,
           CvnTable      *table,
           guint          row,
           const char    *column,
           const char    *title)
{
  int              place = cvn_table_find_column (table, column);
  g_autofree char *share = NULL;
  CvnPartnerLine   line = { .title = title };

  if (place < 0 || cvn_value_is_none (cvn_table_get (table, row, (guint) place)))
    return;
  share = cvn_chart_unit_format (CVN_UNIT_PERMILLE, cvn_table_get_integer (table, row, column), cvn_interface_language ());
  line.value = share;
  cvn_partner_box_add_line (box, &line);
}

static guint
fill_registrations (CvnPartnerBox *box,
                    CvnPartner    *partner)
{
  CvnFigureSet *figures = cvn_partner_get_figures (partner);
  CvnTable     *table = cvn_figure_set_get (figures, "registrations-by-municipality");

  cvn_partner_box_set_total (box, NULL);
  for (guint row = 0; row < get_n_rows (table); row++)
    {
      gint64           count = cvn_table_get_integer (table, row, "amount");
      g_autofree char *total = NULL;

      if (g_strcmp0 (cvn_table_get_text (table, row, "id"), cvn_partner_get_id (partner)) != 0)
        continue;
      /* Translators: a number of registrations, and a year */
      total = g_strdup_printf (_("%1$d in %2$d"), (int) count, cvn_figure_set_get_year (figures));
      cvn_partner_box_set_total (box, total);
      add_share (box, table, row, "share", _("Share of all registrations"));
      add_share (box, table, row, "population_share", _("Share of all inhabitants"));
      return 1;
    }
  return 0;
}

static char *
format_invoice (CvnTable *table,
                guint     row)
{
  const char      *paid_on = cvn_table_get_text (table, row, "paid_on");
  const char      *status = cvn_table_get_text (table, row, "status");
  g_autofree char *date = cvn_partner_fill_date (paid_on != NULL ? paid_on : cvn_table_get_text (table, row, "due_date"));
  g_autofree char *when = g_strdup_printf (paid_on != NULL ? _("Paid on %s") : _("Due on %s"), date);

  return paid_on != NULL || status == NULL ? g_strdup (when) : join (when, cvn_partner_choice_label ("invoice", "status", status));
}

static char *
format_subtitle (CvnTable      *table,
                 guint          row,
                 CvnPartnerCard card)
{
  g_autofree char *date = NULL;

  if (card == CVN_PARTNER_INVOICES)
    return format_invoice (table, row);
  date = cvn_partner_fill_date (cvn_table_get_text (table, row, "date"));
  if (cvn_table_find_column (table, "status") < 0)
    return g_steal_pointer (&date);
  return join (date, cvn_partner_choice_label (cvn_table_get_text (table, row, "kind"), "status", cvn_table_get_text (table, row, "status")));
}

static char *
format_amount (gint64         amount,
               CvnPartnerCard card)
{
  if (card != CVN_PARTNER_EVENTS)
    return money (amount);
  return g_strdup_printf (ngettext ("%d visitor", "%d visitors", (gulong) amount), (int) amount);
}

/* Events, bookings, packages and invoices: the last one first. */
static guint
fill_figure (CvnPartnerBox *box,
             CvnPartner    *partner,
             CvnPartnerCard card,
             gboolean       all)
{
  CvnFigureSet    *figures = cvn_partner_get_figures (partner);
  CvnTable        *table = cvn_figure_set_get (figures, infos[card].figure);
  guint            n = get_n_rows (table);
  g_autofree char *total = n > 0 ? format_amount (cvn_table_sum (table, "amount"), card) : NULL;

  cvn_partner_box_set_total (box, total);
  for (guint row = 0; row < limit (n, all); row++)
    {
      const char      *id = cvn_table_get_text (table, row, "id");
      const char      *label = card == CVN_PARTNER_EVENTS ? cvn_figure_set_get_title (figures, id) : pick_label (table, row);
      gint64           amount = cvn_table_get_integer (table, row, "amount");
      g_autofree char *subtitle = format_subtitle (table, row, card);
      g_autofree char *value = card != CVN_PARTNER_EVENTS || amount > 0 ? format_amount (amount, card) : NULL;
      CvnPartnerLine   line = { label, subtitle, value, cvn_table_get_text (table, row, "kind"), id };

      cvn_partner_box_add_line (box, &line);
    }
  if (limit (n, all) < n)
    cvn_partner_box_add_more (box, n, card);
  return n;
}

static guint
fill_people (CvnPartnerBox *box,
             CvnPartner    *partner,
             CvnPartnerCard card,
             gboolean       all)
{
  GPtrArray *records = card == CVN_PARTNER_CONTACTS ? cvn_partner_get_contacts (partner) : cvn_partner_get_interactions (partner);

  for (guint i = 0; i < limit (records->len, all); i++)
    if (card == CVN_PARTNER_CONTACTS)
      cvn_partner_people_add_contact (box, g_ptr_array_index (records, i));
    else
      cvn_partner_people_add_interaction (box, partner, g_ptr_array_index (records, i));
  if (limit (records->len, all) < records->len)
    cvn_partner_box_add_more (box, records->len, card);
  return records->len;
}

static guint
fill_rows (CvnPartnerBox *box,
           CvnPartner    *partner,
           CvnPartnerCard card,
           gboolean       all)
{
  switch (card)
    {
    case CVN_PARTNER_CONTRIBUTIONS:
      return fill_contributions (box, partner);
    case CVN_PARTNER_AGREEMENTS:
      return fill_agreements (box, partner);
    case CVN_PARTNER_REGISTRATIONS:
      return fill_registrations (box, partner);
    case CVN_PARTNER_CONTACTS:
    case CVN_PARTNER_INTERACTIONS:
      return fill_people (box, partner, card, all);
    case CVN_PARTNER_BOOKINGS:
    case CVN_PARTNER_PACKAGES:
    case CVN_PARTNER_EVENTS:
    case CVN_PARTNER_INVOICES:
      return fill_figure (box, partner, card, all);
    case CVN_PARTNER_N_CARDS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * cvn_partner_fill:
 * @partner: one that is loaded
 * @all: all rows rather than the first few
 *
 * Makes the rows of @card again.
 *
 * Returns: how many records the card is about
 */
guint
cvn_partner_fill (CvnPartnerBox *box,
                  CvnPartner    *partner,
                  CvnPartnerCard card,
                  gboolean       all)
{
  gboolean of_partner = card != CVN_PARTNER_REGISTRATIONS;
  guint    n;

  cvn_partner_box_begin (box);
  n = fill_rows (box, partner, card, all);
  cvn_partner_box_set_why (box, partner, n > 0 ? infos[card].figure : NULL, of_partner ? NULL : cvn_partner_get_id (partner), of_partner);
  cvn_partner_box_end (box);
  return n;
}

/** cvn_partner_fill_chart: (transfer full) (nullable): what was committed and received in each year; NULL when that is nothing. */
CvnChart *
cvn_partner_fill_chart (CvnPartner *partner)
{
  CvnTable          *table = cvn_figure_set_get (cvn_partner_get_figures (partner), "partner-contributions");
  guint              n = get_n_rows (table);
  g_autofree gint64 *due = g_new0 (gint64, MAX (n, 1));
  g_autofree gint64 *received = g_new0 (gint64, MAX (n, 1));
  CvnChart          *chart;

  if (n == 0)
    return NULL;
  chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, _("Contributions per Year"));
  for (guint row = 0; row < n; row++)
    {
      cvn_chart_add_category (chart, cvn_table_get_text (table, row, "part"), NULL);
      due[row] = cvn_table_get_integer (table, row, "amount");
      received[row] = cvn_table_get_integer (table, row, "received");
    }
  cvn_chart_add_series (chart, _("Received"), CVN_SERIES_PRIMARY, received, n);
  cvn_chart_add_series (chart, _("Committed"), CVN_SERIES_COMPARISON, due, n);
  return chart;
}

/** cvn_partner_fill_query: (transfer full) (nullable): all records of @card; NULL when they make no list of their own. */
CvnQuery *
cvn_partner_fill_query (CvnPartner    *partner,
                        CvnPartnerCard card)
{
  CvnQuery *query;

  if (infos[card].kind == NULL)
    return NULL;
  query = cvn_query_new (cvn_kind_find (infos[card].kind));
  cvn_query_add_text (query, "organisation", CVN_MATCH_EQUAL, cvn_partner_get_id (partner));
  return query;
}
