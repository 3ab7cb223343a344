/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-renewal-proposal"

#include "cvn-renewal.h"

#include "cvn-kinds.h"
#include "cvn-period.h"
#include "cvn-rows.h"

/* Which agreements ask for a successor, and what that would be like. */

/* Half a year before its end there is time to decide about the next one. */
#define MONTHS_BEFORE 6

static gboolean
get_date (CvnTable   *agreements,
          guint       row,
          const char *column,
          CvnDate    *date)
{
  const char *iso = cvn_table_get_text (agreements, row, column);

  *date = (CvnDate){ 0 };
  return iso != NULL && cvn_date_parse_iso (iso, date, NULL);
}

/* The next day on which something is lost when nobody acts: notice, then the end. */
static int
get_urgency (CvnTable      *agreements,
             guint          row,
             const CvnDate *today)
{
  CvnDate date;

  if (get_date (agreements, row, "notice_date", &date) && cvn_date_compare (&date, today) >= 0)
    return cvn_date_days_between (*today, date);
  if (!get_date (agreements, row, "end_date", &date))
    return G_MAXINT;
  /* What is over comes after what is not, the latest first. */
  return cvn_date_compare (&date, today) >= 0 ? cvn_date_days_between (*today, date) : G_MAXINT / 2 + cvn_date_days_between (date, *today);
}

static gboolean
can_be_renewed (CvnTable *agreements,
                guint     row)
{
  static const char *const never[] = { "draft", "declined", NULL };

  return cvn_table_get_text (agreements, row, "successor") == NULL && cvn_table_get_text (agreements, row, "end_date") != NULL &&
         !g_strv_contains (never, cvn_table_get_text (agreements, row, "status"));
}

typedef struct
{
  CvnTable *agreements;
  CvnDate   today;
} Order;

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  Order *order = data;
  guint  x = *(const guint *) a;
  guint  y = *(const guint *) b;
  int    first = get_urgency (order->agreements, x, &order->today);
  int    second = get_urgency (order->agreements, y, &order->today);

  return first != second ? (first > second) - (first < second) : (x > y) - (x < y);
}

/** cvn_renewal_list_rows: (transfer full) (element-type guint): the rows of agreements with an end and no successor, the most urgent first. */
GArray *
cvn_renewal_list_rows (CvnTable   *agreements,
                       const char *today)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Order   order = { agreements, { 0 } };

  if (!cvn_date_parse_iso (today, &order.today, NULL))
    return rows;
  for (guint row = 0; row < cvn_table_get_n_rows (agreements); row++)
    if (can_be_renewed (agreements, row))
      g_array_append_val (rows, row);
  if (rows->len > 1)
    g_array_sort_with_data (rows, compare_rows, &order);
  return rows;
}

/** cvn_renewal_is_due: whether the agreement is in its last half year, or over, and nothing follows it. */
gboolean
cvn_renewal_is_due (CvnTable   *agreements,
                    guint       row,
                    const char *today)
{
  CvnDate end;
  CvnDate day;

  if (!can_be_renewed (agreements, row) || !get_date (agreements, row, "end_date", &end) || !cvn_date_parse_iso (today, &day, NULL))
    return FALSE;
  day = cvn_date_add_months (day, MONTHS_BEFORE);
  return cvn_date_compare (&end, &day) <= 0;
}

/* The title with the years of the new period behind it, instead of those of the old one. */
static void
set_title (CvnRecord     *successor,
           const char    *field,
           const char    *title,
           const CvnDate *from,
           const CvnDate *until)
{
  g_autoptr (GRegex) years = g_regex_new (" \\([0-9]{4}(–[0-9]{4})?\\)$", 0, 0, NULL);
  g_autofree char *stem = title != NULL ? g_regex_replace_literal (years, title, -1, 0, "", 0, NULL) : NULL;
  g_autofree char *full = NULL;

  if (stem == NULL)
    return;
  full = from->year == until->year ? g_strdup_printf ("%s (%d)", stem, from->year) : g_strdup_printf ("%s (%d–%d)", stem, from->year, until->year);
  cvn_record_set_text (successor, field, full);
}

/* As long as the one before: in whole months when that was, else in days. */
static CvnDate
find_end (const CvnPeriod *before,
          CvnDate          from)
{
  CvnDate after = cvn_date_add_days (before->to, 1);
  int     months = (after.year - before->from.year) * 12 + after.month - before->from.month;
  CvnDate whole = cvn_date_add_months (before->from, months);

  if (cvn_date_compare (&whole, &after) == 0)
    return cvn_date_add_days (cvn_date_add_months (from, months), -1);
  return cvn_date_add_days (from, cvn_period_days (before) - 1);
}

/**
 * cvn_renewal_propose:
 *
 * Returns: (transfer full): the successor of the agreement in row @row, not written yet: it begins the day after, is as long, and
 *   can be given notice as long before its end
 */
CvnRecord *
cvn_renewal_propose (CvnTable *agreements,
                     guint     row)
{
  CvnRecord *successor = cvn_record_new (&cvn_kind_agreement);
  CvnPeriod  before;
  CvnDate    notice;
  CvnDate    from;
  CvnDate    until;

  get_date (agreements, row, "date", &before.from);
  get_date (agreements, row, "end_date", &before.to);
  from = cvn_date_add_days (before.to, 1);
  until = find_end (&before, from);
  cvn_record_set_text (successor, "kind", cvn_table_get_text (agreements, row, "sort"));
  cvn_record_set_text (successor, "status", "being_decided");
  cvn_record_set_text (successor, "extends", cvn_table_get_text (agreements, row, "id"));
  set_title (successor, "title_nl", cvn_table_get_text (agreements, row, "title_nl"), &from, &until);
  set_title (successor, "title_en", cvn_table_get_text (agreements, row, "title_en"), &from, &until);
  cvn_rows_set_date (successor, "start_date", &from);
  cvn_rows_set_date (successor, "end_date", &until);
  cvn_record_set_text (successor, "reminder_days", cvn_table_get_text (agreements, row, "reminder_days"));
  if (cvn_table_get_integer (agreements, row, "requires_all") != 0)
    cvn_record_set_integer (successor, "requires_all", 1);
  if (get_date (agreements, row, "notice_date", &notice))
    {
      notice = cvn_date_add_days (until, -cvn_date_days_between (notice, before.to));
      cvn_rows_set_date (successor, "notice_date", &notice);
    }
  return successor;
}
