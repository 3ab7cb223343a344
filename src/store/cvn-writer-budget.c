/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-writer-budget"

#include "cvn-budget-limit.h"
#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-money.h"
#include "cvn-writer-private.h"

#include <glib/gi18n-lib.h>

/*
 * Lines that stop what they have no room for. What is used of a line is what its figure says, so that this and what people
 * read cannot differ: it is asked for before the first cost of a year is written, and again when the change set is complete.
 */

#define SQL_STOPS "SELECT EXISTS (SELECT 1 FROM budget_line WHERE year = CAST(?1 AS INTEGER) AND kind = 'cost' AND over_budget = 'stop')"

/* A year in which something was written that can cost money. */
struct _CvnWriterYear
{
  CvnTable   *before; /* the figure "budget-room" */
  const char *field;  /* of the amount that was written last */
};

/** cvn_writer_year_free: frees what was kept of a year. */
void
cvn_writer_year_free (CvnWriterYear *self)
{
  cvn_table_unref (self->before);
  g_free (self);
}

/* The amount of a record that can cost money; NULL for other kinds. */
static const char *
find_field (const CvnKind *kind)
{
  if (kind == &cvn_kind_event || kind == &cvn_kind_booking)
    return "cost";
  return kind == &cvn_kind_budget_entry || kind == &cvn_kind_event_cost ? "amount" : NULL;
}

/* Returns: (transfer full) (nullable): the year whose budget bears the record; NULL without @error when that is not known. */
static char *
dup_year (CvnWriter *self,
          CvnRecord *record,
          GError   **error)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_autoptr (CvnRecord) owner = NULL;
  const char *day;

  if (kind == &cvn_kind_budget_entry)
    {
      owner = cvn_reader_get (self->reader, &cvn_kind_budget_line, cvn_record_get_text (record, "budget_line"), error);
      return owner != NULL ? g_strdup_printf ("%04d", (int) cvn_record_get_integer (owner, "year")) : NULL;
    }
  if (kind == &cvn_kind_event_cost)
    owner = cvn_reader_get (self->reader, &cvn_kind_event, cvn_record_get_text (record, "event"), error);
  if (kind == &cvn_kind_event_cost && owner == NULL)
    return NULL;
  day = cvn_record_get_text (owner != NULL ? owner : record, kind == &cvn_kind_booking ? "date" : "starts");
  return day != NULL ? g_strndup (day, 4) : NULL;
}

static CvnTable *
read_room (CvnWriter  *self,
           const char *year,
           GError    **error)
{
  g_autofree char   *today = g_strconcat (year, "-12-31", NULL); /* of costs, what is used is so on any day */
  CvnFigureArguments arguments = { .year = (int) g_ascii_strtoll (year, NULL, 10), .today = today };

  return cvn_reader_figure (self->reader, "budget-room", &arguments, error);
}

static gboolean
any_stops (CvnWriter  *self,
           const char *year,
           gboolean   *any,
           GError    **error)
{
  g_autoptr (CvnStatement) statement = cvn_db_prepare (self->db, SQL_STOPS, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  cvn_statement_bind_text (statement, 1, year);
  if (!cvn_statement_step (statement, &has_row, error))
    return FALSE;
  *any = has_row && cvn_statement_get_integer (statement, 0) != 0;
  return TRUE;
}

/* What comes from a file or from another desk has happened already and is taken as it is. */
static gboolean
is_exempt (CvnWriter *self)
{
  return self->action == CVN_ACTION_IMPORT || self->action == CVN_ACTION_SYNC || self->action == CVN_ACTION_SETTLE || self->action == CVN_ACTION_SET_UP;
}

/**
 * cvn_writer_note_budget:
 * @record: that is about to be written
 *
 * Remembers what the lines that bear the record have used so far, for cvn_writer_check_budget().
 */
gboolean
cvn_writer_note_budget (CvnWriter *self,
                        CvnRecord *record,
                        GError   **error)
{
  const char      *field = find_field (cvn_record_get_kind (record));
  g_autofree char *year = NULL;
  CvnWriterYear   *noted;
  CvnTable        *room;
  GError          *failure = NULL;
  gboolean         any = FALSE;

  if (is_exempt (self) || field == NULL)
    return TRUE;
  year = dup_year (self, record, &failure);
  if (failure == NULL && year != NULL && !g_hash_table_contains (self->years, year) && any_stops (self, year, &any, &failure) && any)
    {
      room = read_room (self, year, &failure);
      if (room != NULL)
        {
          noted = g_new0 (CvnWriterYear, 1);
          noted->before = room;
          g_hash_table_insert (self->years, g_strdup (year), noted);
        }
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  noted = year != NULL ? g_hash_table_lookup (self->years, year) : NULL;
  if (noted != NULL)
    noted->field = field;
  return TRUE;
}

static gboolean
refuse (gint64      over,
        const char *field,
        GError    **error)
{
  /* The sentence is in the language of the process, so the amount within it is written so, too. */
  CvnLanguage      language = g_str_has_prefix (g_get_language_names ()[0], "nl") ? CVN_LANGUAGE_NL : CVN_LANGUAGE_EN;
  g_autofree char *amount = cvn_money_format_euro (over, language);

  g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("This is %s more than the line has room for: amend the budget first, or lower the amount."), amount);
  cvn_error_set_field (error, field);
  return FALSE;
}

static gint64
get_used (CvnTable   *room,
          const char *line)
{
  for (guint row = 0; row < cvn_table_get_n_rows (room); row++)
    if (g_strcmp0 (cvn_table_get_text (room, row, "id"), line) == 0)
      return cvn_table_get_integer (room, row, "used");
  return 0;
}

static gboolean
check_year (const CvnWriterYear *year,
            CvnTable            *after,
            GError             **error)
{
  for (guint row = 0; row < cvn_table_get_n_rows (after); row++)
    {
      CvnBudgetLimit limit = cvn_budget_limit_from_code (cvn_table_get_text (after, row, "over_budget"));
      gint64         before = get_used (year->before, cvn_table_get_text (after, row, "id"));
      gint64         over = 0;

      if (cvn_budget_limit_check (limit, cvn_table_get_integer (after, row, "amount"), before, before,
                                  cvn_table_get_integer (after, row, "used"), &over) == CVN_BUDGET_REFUSED)
        return refuse (over, year->field, error);
    }
  return TRUE;
}

/**
 * cvn_writer_check_budget:
 *
 * A line of the budget can refuse costs that it has no room for, however they are entered: by hand, as what an event costs, or
 * as what the provider of a booking asks. Source: row 63 of the features.
 *
 * Returns: FALSE with %CVN_ERROR_INVALID at the field of the amount
 */
gboolean
cvn_writer_check_budget (CvnWriter *self,
                         GError   **error)
{
  GHashTableIter iter;
  gpointer       key;
  gpointer       year;

  g_hash_table_iter_init (&iter, self->years);
  while (g_hash_table_iter_next (&iter, &key, &year))
    {
      g_autoptr (CvnTable) after = read_room (self, key, error);

      if (after == NULL || !check_year (year, after, error))
        return FALSE;
    }
  return TRUE;
}
