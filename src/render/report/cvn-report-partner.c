/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-partner"

#include "cvn-money.h"
#include "cvn-report-words.h"
#include "cvn-reports.h"

typedef struct
{
  CvnReport             *report;
  const CvnPartnerSheet *sheet;
  CvnLanguage            language;
} Making;

/* A list of a figure's rows; the columns are named by words. */
typedef struct
{
  CvnReportWord heading;
  CvnReportWord label;
  CvnReportWord amount;
  const char   *kind; /* whose status it is */
  gboolean      has_status;
  gboolean      has_amount;
  gboolean      is_money;
} List;

static const char *
get_word (const Making *making,
          CvnReportWord word)
{
  return cvn_report_word (word, making->language);
}

static void
add_heads (const Making   *making,
           CvnReportTable *table,
           const List     *list)
{
  cvn_report_table_add_column (table, get_word (making, CVN_WORD_DATE), CVN_ALIGN_TIGHT);
  cvn_report_table_add_column (table, get_word (making, list->label), CVN_ALIGN_START);
  if (list->has_status)
    cvn_report_table_add_column (table, get_word (making, CVN_WORD_STATUS), CVN_ALIGN_START);
  if (list->has_amount)
    cvn_report_table_add_column (table, get_word (making, list->amount), CVN_ALIGN_END);
}

static void
add_amount (const Making   *making,
            CvnReportTable *table,
            const List     *list,
            gint64          amount)
{
  if (list->is_money)
    cvn_report_table_add_euro (table, amount, making->language);
  else
    cvn_report_table_take_cell (table, cvn_report_number (amount, making->language));
}

static const char *
get_label (const Making *making,
           CvnTable     *figure,
           guint         row)
{
  const char *id = cvn_table_get_text (figure, row, "id");
  const char *label = id != NULL ? g_hash_table_lookup (making->sheet->labels, id) : NULL;

  return label != NULL ? label : cvn_table_get_text (figure, row, "label");
}

static gboolean
is_empty (CvnTable *figure)
{
  return figure == NULL || cvn_table_get_n_rows (figure) == 0;
}

static void
add_list (const Making *making,
          const List   *list,
          CvnTable     *figure)
{
  CvnReportTable *table;

  if (is_empty (figure))
    return;
  cvn_report_add_heading (making->report, get_word (making, list->heading));
  table = cvn_report_table_new ();
  add_heads (making, table, list);
  for (guint row = 0; row < cvn_table_get_n_rows (figure); row++)
    {
      cvn_report_table_begin_row (table, CVN_ROW_NORMAL);
      cvn_report_table_take_cell (table, cvn_report_date (cvn_table_get_text (figure, row, "date"), making->language));
      cvn_report_table_add_cell (table, get_label (making, figure, row));
      if (list->has_status)
        cvn_report_table_take_cell (table, cvn_report_choice (list->kind, "status", cvn_table_get_text (figure, row, "status"), making->language));
      if (list->has_amount)
        add_amount (making, table, list, cvn_table_get_integer (figure, row, "amount"));
    }
  if (list->has_amount)
    {
      cvn_report_table_begin_row (table, CVN_ROW_TOTAL);
      cvn_report_table_add_cell (table, NULL);
      cvn_report_table_add_cell (table, get_word (making, CVN_WORD_TOTAL));
      if (list->has_status)
        cvn_report_table_add_cell (table, NULL);
      add_amount (making, table, list, cvn_table_sum (figure, "amount"));
    }
  cvn_report_take_table (making->report, table);
}

/* The columns of the years; one that has nothing in any year is left out. */
typedef struct
{
  CvnReportWord heading;
  gsize         offset; /* of the figure in CvnPartnerYear */
  gboolean      is_money;
} YearColumn;

static const YearColumn year_columns[] = {
  { CVN_WORD_COMMITTED, G_STRUCT_OFFSET (CvnPartnerYear, committed), TRUE },
  { CVN_WORD_PAID, G_STRUCT_OFFSET (CvnPartnerYear, received), TRUE },
  { CVN_WORD_BOUGHT, G_STRUCT_OFFSET (CvnPartnerYear, bought), TRUE },
  { CVN_WORD_FEE_REVENUE, G_STRUCT_OFFSET (CvnPartnerYear, fees), TRUE },
  { CVN_WORD_REGISTRATIONS, G_STRUCT_OFFSET (CvnPartnerYear, registrations), FALSE },
  { CVN_WORD_EVENTS, G_STRUCT_OFFSET (CvnPartnerYear, events), FALSE },
};

static gint64
get_figure (const CvnPartnerYear *year,
            guint                 column)
{
  return G_STRUCT_MEMBER (gint64, year, year_columns[column].offset);
}

static gint64
sum_figure (const Making *making,
            guint         column)
{
  gint64 sum = 0;

  for (guint i = 0; i < making->sheet->years->len; i++)
    sum += get_figure (&g_array_index (making->sheet->years, CvnPartnerYear, i), column);
  return sum;
}

/* Sums of money that went back can be zero. */
static gboolean
has_figure (const Making *making,
            guint         column)
{
  for (guint i = 0; i < making->sheet->years->len; i++)
    if (get_figure (&g_array_index (making->sheet->years, CvnPartnerYear, i), column) != 0)
      return TRUE;
  return FALSE;
}

static void
add_figure (const Making   *making,
            CvnReportTable *table,
            guint           column,
            gint64          figure)
{
  if (year_columns[column].is_money)
    cvn_report_table_add_euro (table, figure, making->language);
  else
    cvn_report_table_take_cell (table, cvn_report_number (figure, making->language));
}

/* What it gives: contributions, purchases, the fees of its inhabitants. What it gets: registrations, events. */
static void
add_years (const Making *making)
{
  GArray         *years = making->sheet->years;
  CvnReportTable *table = cvn_report_table_new ();

  cvn_report_add_heading (making->report, get_word (making, CVN_WORD_GIVES_GETS));
  cvn_report_table_add_column (table, get_word (making, CVN_WORD_YEAR), CVN_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (year_columns); i++)
    if (has_figure (making, i))
      cvn_report_table_add_column (table, get_word (making, year_columns[i].heading), CVN_ALIGN_END);
  for (guint row = 0; row <= years->len; row++)
    {
      const CvnPartnerYear *year = row < years->len ? &g_array_index (years, CvnPartnerYear, row) : NULL;

      cvn_report_table_begin_row (table, year != NULL ? CVN_ROW_NORMAL : CVN_ROW_TOTAL);
      cvn_report_table_take_cell (table, year != NULL ? g_strdup_printf ("%d", year->year) : g_strdup (get_word (making, CVN_WORD_TOTAL)));
      for (guint i = 0; i < G_N_ELEMENTS (year_columns); i++)
        if (has_figure (making, i))
          add_figure (making, table, i, year != NULL ? get_figure (year, i) : sum_figure (making, i));
    }
  cvn_report_take_table (making->report, table);
}

static void
add_lists (const Making *making)
{
  static const List packages = { CVN_WORD_PACKAGES, CVN_WORD_PACKAGE, CVN_WORD_AMOUNT, NULL, FALSE, TRUE, TRUE };
  static const List bookings = { CVN_WORD_BOOKINGS, CVN_WORD_PROGRAMME, CVN_WORD_AMOUNT, "booking", TRUE, TRUE, TRUE };
  static const List events = { CVN_WORD_EVENTS, CVN_WORD_EVENT, CVN_WORD_ATTENDED, "event", TRUE, TRUE, FALSE };
  static const List decisions = { CVN_WORD_DECISIONS, CVN_WORD_AGREEMENT, CVN_WORD_AMOUNT, "agreement_decision", TRUE, FALSE, FALSE };
  static const List invoices = { CVN_WORD_INVOICES, CVN_WORD_NUMBER, CVN_WORD_TOTAL_WITH_VAT, "invoice", TRUE, TRUE, TRUE };

  const struct
  {
    const List *list;
    CvnTable   *figure;
  } lists[] = {
    { &packages, making->sheet->packages },
    { &bookings, making->sheet->bookings },
    { &events, making->sheet->events },
    { &decisions, making->sheet->decisions },
    { &invoices, making->sheet->invoices },
  };
  g_autoptr (GString) none = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      add_list (making, lists[i].list, lists[i].figure);
      if (is_empty (lists[i].figure))
        g_string_append_printf (none, "%s%s", none->len > 0 ? ", " : "", get_word (making, lists[i].list->heading));
    }
  if (none->len == 0)
    return;
  /* What there is not takes a line, not a heading each: the sheet is to be one page. */
  g_string_prepend (none, making->language == CVN_LANGUAGE_NL ? "Niet vastgelegd: " : "None on record: ");
  cvn_report_add_space (making->report, 8);
  cvn_report_add_small_print (making->report, none->str);
}

/* The years as a chart, when there are enough of them to see a movement. */
static void
add_chart (const Making *making)
{
  GArray            *years = making->sheet->years;
  g_autofree gint64 *committed = g_new0 (gint64, years->len + 1);
  g_autofree gint64 *received = g_new0 (gint64, years->len + 1);
  g_autoptr (CvnChart) chart = NULL;

  if (years->len < 4 || !has_figure (making, 0))
    return;
  chart = cvn_chart_new (CVN_CHART_BARS, CVN_UNIT_EURO, get_word (making, CVN_WORD_CONTRIBUTIONS));
  for (guint i = 0; i < years->len; i++)
    {
      const CvnPartnerYear *year = &g_array_index (years, CvnPartnerYear, i);
      g_autofree char      *label = g_strdup_printf ("%d", year->year);

      cvn_chart_add_category (chart, label, NULL);
      committed[i] = year->committed;
      received[i] = year->received;
    }
  cvn_chart_add_series (chart, get_word (making, CVN_WORD_COMMITTED), CVN_SERIES_COMPARISON, committed, years->len);
  cvn_chart_add_series (chart, get_word (making, CVN_WORD_PAID), CVN_SERIES_PRIMARY, received, years->len);
  cvn_report_add_chart (making->report, chart, 130);
}

/**
 * cvn_report_new_partner:
 * @sheet: what was gathered about a partner
 * @language: of the report
 *
 * Returns: (transfer full): what it pays, gets, books and decided
 */
CvnReport *
cvn_report_new_partner (const CvnPartnerSheet *sheet,
                        CvnLanguage            language)
{
  CvnReport        *report = cvn_report_new (sheet->name, language);
  Making            making = { report, sheet, language };
  g_autofree char  *today = cvn_report_date (sheet->today, language);
  g_autofree char  *made = cvn_report_sentence (CVN_WORD_MADE_ON, language, sheet->centre, today, NULL);
  g_autofree char  *kind = cvn_report_choice ("organisation", "kind", sheet->kind, language);
  g_autofree char  *status = cvn_report_choice ("agreement_decision", "status", sheet->status, language);
  g_autofree char  *paid = cvn_money_format_euro (sheet->contributions != NULL ? cvn_table_sum (sheet->contributions, "received") : 0, language);
  g_autofree char  *due = cvn_money_format_euro (sheet->contributions != NULL ? cvn_table_sum (sheet->contributions, "amount") : 0, language);
  const char *const facts[] = {
    cvn_report_word (CVN_WORD_ORGANISATION, language), kind,
    cvn_report_word (CVN_WORD_ROLE, language), sheet->role,
    cvn_report_word (CVN_WORD_DECISION, language), status,
    cvn_report_word (CVN_WORD_COMMITTED, language), due,
    cvn_report_word (CVN_WORD_PAID, language), paid,
    NULL
  };

  cvn_report_set_author (report, sheet->centre);
  cvn_report_set_date (report, sheet->today);
  cvn_report_set_footer (report, made);
  cvn_report_add_title (report, sheet->name, made);
  cvn_report_add_facts (report, 5, facts);
  if (sheet->years->len > 0)
    add_years (&making);
  add_chart (&making);
  add_lists (&making);
  return report;
}
