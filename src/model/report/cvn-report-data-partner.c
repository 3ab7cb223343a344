/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-data-partner"

#include "cvn-fee-rule.h"
#include "cvn-report-data-private.h"

/* The year of a date, a partial date or a year. */
static int
get_year (const char *date)
{
  return date != NULL ? (int) g_ascii_strtoll (date, NULL, 10) : 0;
}

static CvnTable *
read_figure (const CvnGathering *self,
             const char         *name,
             const char         *id,
             GError            **error)
{
  CvnFigureArguments arguments = { get_year (self->today), self->today, id };

  return cvn_reader_figure (self->reader, name, &arguments, error);
}

static gboolean
read_figures (const CvnGathering *self,
              CvnPartnerSheet    *sheet,
              const char         *id,
              GError            **error)
{
  const struct
  {
    const char *name;
    CvnTable  **table;
  } figures[] = {
    { "partner-contributions", &sheet->contributions },
    { "partner-agreements", &sheet->agreements },
    { "partner-decisions", &sheet->decisions },
    { "partner-events", &sheet->events },
    { "partner-bookings", &sheet->bookings },
    { "partner-packages", &sheet->packages },
    { "partner-invoices", &sheet->invoices },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      *figures[i].table = read_figure (self, figures[i].name, id, error);
      if (*figures[i].table == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The figures name records in Dutch first; the report in its own language. @through is the field that refers to the
 * record that has the name, NULL when the row's record has it itself. */
static gboolean
add_labels (const CvnGathering *self,
            CvnPartnerSheet    *sheet,
            CvnTable           *table,
            const char         *kind,
            const char         *through,
            const char         *target,
            const char         *stem,
            GError            **error)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      const char *id = cvn_table_get_text (table, row, "id");
      g_autoptr (CvnRecord) record = cvn_reader_get (self->reader, cvn_kind_find (kind), id, error);
      const char *named_id = record != NULL && through != NULL ? cvn_record_get_text (record, through) : NULL;
      g_autoptr (CvnRecord) named = NULL;

      if (record == NULL)
        return FALSE;
      if (through != NULL && named_id == NULL)
        continue;
      named = through != NULL ? cvn_reader_get (self->reader, cvn_kind_find (target), named_id, error) : g_object_ref (record);
      if (named == NULL)
        return FALSE;
      g_hash_table_insert (sheet->labels, g_strdup (id), cvn_gathering_dup_both (named, stem, self->language));
    }
  return TRUE;
}

static gboolean
add_all_labels (const CvnGathering *self,
                CvnPartnerSheet    *sheet,
                GError            **error)
{
  return add_labels (self, sheet, sheet->events, "event", NULL, NULL, "title", error) &&
         add_labels (self, sheet, sheet->bookings, "booking", "programme", "programme", "name", error) &&
         add_labels (self, sheet, sheet->decisions, "agreement_decision", "agreement", "agreement", "title", error);
}

/* Adds the rows of a table up by year: their amounts, or their number. */
static void
add_table (CvnPartnerSheet *sheet,
           CvnTable        *table,
           gboolean         count)
{
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    {
      int             year = get_year (cvn_table_get_text (table, row, "date"));
      CvnPartnerYear *sums = year > 0 ? cvn_partner_sheet_get_year (sheet, year) : NULL;

      if (sums == NULL)
        continue;
      if (count)
        sums->events++;
      else
        sums->bought += cvn_table_get_integer (table, row, "amount");
    }
}

static void
add_contributions (CvnPartnerSheet *sheet)
{
  for (guint row = 0; row < cvn_table_get_n_rows (sheet->contributions); row++)
    {
      CvnPartnerYear *year = cvn_partner_sheet_get_year (sheet, (int) cvn_table_get_integer (sheet->contributions, row, "year"));

      year->committed = cvn_table_get_integer (sheet->contributions, row, "amount");
      year->received = cvn_table_get_integer (sheet->contributions, row, "received");
    }
}

static CvnFeeRow *
make_fees (GPtrArray *records)
{
  CvnFeeRow *fees = g_new0 (CvnFeeRow, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    {
      CvnRecord *record = g_ptr_array_index (records, i);

      fees[i] = (CvnFeeRow){
        cvn_record_get_text (record, "service"), cvn_record_get_text (record, "payer"), cvn_record_get_text (record, "valid_from"),
        cvn_record_get_text (record, "valid_to"), cvn_record_get_integer (record, "amount")
      };
    }
  return fees;
}

/* What was registered of the inhabitants of a municipality, and what they paid by the fee of the month. */
static gboolean
add_registrations (const CvnGathering *self,
                   CvnPartnerSheet    *sheet,
                   const char         *id,
                   GError            **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("registration_count"));
  g_autoptr (CvnQuery) valid = cvn_query_new (cvn_kind_find ("fee"));
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GPtrArray) records = cvn_gathering_list (self, valid, error);
  g_autofree CvnFeeRow *fees = records != NULL ? make_fees (records) : NULL;

  cvn_query_add_text (query, "municipality", CVN_MATCH_EQUAL, id);
  counts = fees != NULL ? cvn_gathering_list (self, query, error) : NULL;
  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < counts->len; i++)
    {
      CvnRecord      *count = g_ptr_array_index (counts, i);
      gint64          month = cvn_record_get_integer (count, "month");
      CvnPartnerYear *year = cvn_partner_sheet_get_year (sheet, (int) (month / 12));
      gint64          revenue = 0;

      if (!cvn_fee_rule_revenue (fees, records->len, cvn_record_get_text (count, "target_group"), month, cvn_record_get_integer (count, "paid_count"), &revenue, error))
        return FALSE;
      year->registrations += cvn_record_get_integer (count, "count");
      year->fees += revenue;
    }
  return TRUE;
}

/* The last decision up to today; the figure has the last one first. */
static const char *
find_status (const CvnGathering *self,
             CvnTable           *decisions)
{
  for (guint row = 0; row < cvn_table_get_n_rows (decisions); row++)
    {
      const char *date = cvn_table_get_text (decisions, row, "date");

      if (date == NULL || g_strcmp0 (date, self->today) <= 0)
        return cvn_table_get_text (decisions, row, "status");
    }
  return NULL;
}

/** cvn_gather_partner: (transfer full): all that is known of the organisation that the record names. */
CvnPartnerSheet *
cvn_gather_partner (const CvnGathering *self,
                    GError            **error)
{
  const CvnKind   *kind = cvn_kind_find ("organisation");
  g_autofree char *id = cvn_reader_resolve (self->reader, kind, self->record, error);
  g_autoptr (CvnRecord) organisation = id != NULL ? cvn_reader_get (self->reader, kind, id, error) : NULL;
  g_autoptr (CvnRecord) centre = organisation != NULL ? cvn_gathering_get_centre (self, error) : NULL;
  g_autoptr (CvnPartnerSheet) sheet = cvn_partner_sheet_new ();

  if (centre == NULL || !read_figures (self, sheet, id, error) || !add_registrations (self, sheet, id, error) ||
      !add_all_labels (self, sheet, error))
    return NULL;
  sheet->centre = cvn_gathering_dup_centre_name (self, centre);
  sheet->today = g_strdup (self->today);
  sheet->name = cvn_gathering_dup_both (organisation, "name", self->language);
  sheet->kind = g_strdup (cvn_record_get_text (organisation, "kind"));
  sheet->role = g_strdup (cvn_record_get_text (organisation, "role"));
  sheet->status = g_strdup (find_status (self, sheet->decisions));
  add_contributions (sheet);
  add_table (sheet, sheet->packages, FALSE);
  add_table (sheet, sheet->bookings, FALSE);
  add_table (sheet, sheet->events, TRUE);
  return g_steal_pointer (&sheet);
}
