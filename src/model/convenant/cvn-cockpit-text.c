/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cockpit-text"

#include "cvn-cockpit-text.h"

#include "cvn-period.h"

#include <glib/gi18n-lib.h>

/** cvn_cockpit_text_title: what the agreement in row @row of the agreements is called. */
char *
cvn_cockpit_text_title (CvnCockpit *self,
                        guint       row)
{
  const char *column = cvn_interface_language () == CVN_LANGUAGE_EN ? "label_en" : "label";

  return g_strdup (cvn_table_get_text (cvn_cockpit_get_agreements (self), row, column));
}

/* A date of an agreement; FALSE when it has none. */
static gboolean
get_date (CvnTable   *agreements,
          int         row,
          const char *column,
          CvnDate    *date)
{
  const char *iso = row >= 0 ? cvn_table_get_text (agreements, (guint) row, column) : NULL;

  *date = (CvnDate){ 0 };
  return iso != NULL && cvn_date_parse_iso (iso, date, NULL);
}

/* Days from today until a date of the agreement. */
static gboolean
get_days (CvnTable   *agreements,
          int         row,
          const char *today,
          const char *column,
          int        *days)
{
  CvnDate day;
  CvnDate date;

  if (!get_date (agreements, row, column, &date) || !cvn_date_parse_iso (today, &day, NULL))
    return FALSE;
  *days = cvn_date_days_between (day, date);
  return TRUE;
}

/** cvn_agreement_text_period: "1 June 2019 – 31 December 2020"; @row of the figure agreements, or -1. */
char *
cvn_agreement_text_period (CvnTable   *agreements,
                           int         row,
                           CvnLanguage language)
{
  CvnDate          from;
  CvnDate          until;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!get_date (agreements, row, "date", &from))
    return g_strdup ("");
  first = cvn_date_format (&from, language);
  if (!get_date (agreements, row, "end_date", &until))
    return g_strdup_printf (_("From %s"), first);
  last = cvn_date_format (&until, language);
  return g_strdup_printf (_("%1$s – %2$s"), first, last);
}

static char *
say_notice (CvnTable *agreements,
            int       row,
            int       days)
{
  CvnDate          date;
  g_autofree char *when = NULL;

  get_date (agreements, row, "notice_date", &date);
  when = cvn_date_format (&date, cvn_interface_language ());
  if (days == 0)
    return g_strdup (_("Today is the last day for notice"));
  return g_strdup_printf (ngettext ("%1$d day left for notice, until %2$s", "%1$d days left for notice, until %2$s", (gulong) days), days, when);
}

/** cvn_agreement_text_time_left: how long it takes until the next of its dates: the beginning, the notice date, the end. */
char *
cvn_agreement_text_time_left (CvnTable   *agreements,
                              int         row,
                              const char *today)
{
  int days;

  if (get_days (agreements, row, today, "date", &days) && days > 0)
    return g_strdup_printf (ngettext ("Begins in %d day", "Begins in %d days", (gulong) days), days);
  if (get_days (agreements, row, today, "notice_date", &days) && days >= 0)
    return say_notice (agreements, row, days);
  if (!get_days (agreements, row, today, "end_date", &days))
    return g_strdup (row >= 0 ? _("Has no end") : "");
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
  if (days == 0)
    return g_strdup (_("Ends today"));
  return g_strdup_printf (ngettext ("Ended %d day ago", "Ended %d days ago", (gulong) -days), -days);
}

/** cvn_cockpit_text_period: as cvn_agreement_text_period(), of the agreement that is shown. */
char *
cvn_cockpit_text_period (CvnCockpit *self)
{
  return cvn_agreement_text_period (cvn_cockpit_get_agreements (self), cvn_cockpit_get_row (self), cvn_interface_language ());
}

/** cvn_cockpit_text_time_left: as cvn_agreement_text_time_left(), of the agreement that is shown. */
char *
cvn_cockpit_text_time_left (CvnCockpit *self)
{
  return cvn_agreement_text_time_left (cvn_cockpit_get_agreements (self), cvn_cockpit_get_row (self), cvn_centre_get_today (cvn_cockpit_get_centre (self)));
}

static CvnDaysUntil
find_days_left (CvnCockpit *self,
                int        *days)
{
  CvnTable   *agreements = cvn_cockpit_get_agreements (self);
  const char *today = cvn_centre_get_today (cvn_cockpit_get_centre (self));
  int         row = cvn_cockpit_get_row (self);

  if (get_days (agreements, row, today, "date", days) && *days > 0)
    return CVN_DAYS_START;
  if (get_days (agreements, row, today, "notice_date", days) && *days >= 0)
    return CVN_DAYS_NOTICE;
  return get_days (agreements, row, today, "end_date", days) && *days >= 0 ? CVN_DAYS_END : CVN_DAYS_NONE;
}

/**
 * cvn_cockpit_days_left:
 * @party: of the agreement that is shown
 * @days: (out): from today; negative when a decision that was expected has not come
 *
 * The days until the next date that matters for @party: that of a decision that it still has to take, else the beginning, the
 * notice date or the end of the agreement.
 */
CvnDaysUntil
cvn_cockpit_days_left (CvnCockpit      *self,
                       CvnCockpitParty *party,
                       int             *days)
{
  const CvnDate *expected = cvn_cockpit_party_get_expected (party);
  CvnDate        today;

  *days = 0;
  if (expected->year == 0 || cvn_cockpit_party_has_reached (party, CVN_RUNG_SIGNED, NULL) ||
      !cvn_date_parse_iso (cvn_centre_get_today (cvn_cockpit_get_centre (self)), &today, NULL))
    return find_days_left (self, days);
  *days = cvn_date_days_between (today, *expected);
  return CVN_DAYS_DECISION;
}

/** cvn_cockpit_text_complete: whether all have signed whose signature is needed, or who has not. */
char *
cvn_cockpit_text_complete (CvnCockpit *self,
                           gboolean   *complete)
{
  g_autoptr (GPtrArray) missing = cvn_cockpit_list_missing (self);
  guint       n_parties = cvn_cockpit_get_parties (self)->len;
  const char *first = missing->len > 0 ? cvn_cockpit_party_get_name (g_ptr_array_index (missing, 0)) : NULL;

  *complete = missing->len == 0 && n_parties > 0;
  if (n_parties == 0)
    return g_strdup (_("No party yet"));
  if (missing->len == 0)
    return g_strdup_printf (ngettext ("Complete: the party has signed", "Complete: all %u parties have signed", cvn_cockpit_count (self, CVN_RUNG_SIGNED)),
                            cvn_cockpit_count (self, CVN_RUNG_SIGNED));
  if (missing->len == 1)
    return g_strdup_printf (_("%s has not signed yet"), first);
  return g_strdup_printf (ngettext ("%1$s and %2$u other have not signed yet", "%1$s and %2$u others have not signed yet", missing->len - 1),
                          first, missing->len - 1);
}

/** cvn_agreement_text_succession: in words, that there are @days between an agreement and the one it extends, or in both; "" when it follows. */
char *
cvn_agreement_text_succession (CvnSuccession succession,
                               int           days)
{
  switch (succession)
    {
    case CVN_SUCCESSION_GAP:
      return g_strdup_printf (ngettext ("There is %d day between the agreement that it extends and this one", "There are %d days between the agreement that it extends and this one", (gulong) days), days);
    case CVN_SUCCESSION_OVERLAP:
      if (days == G_MAXINT)
        return g_strdup (_("It begins before the agreement that it extends has ended"));
      return g_strdup_printf (ngettext ("It begins %d day before the agreement that it extends has ended", "It begins %d days before the agreement that it extends has ended", (gulong) days), days);
    case CVN_SUCCESSION_FOLLOWS:
    default:
      return g_strdup ("");
    }
}

/** cvn_cockpit_text_warning: that there is a gap between it and the agreement that it extends, or that they overlap. */
char *
cvn_cockpit_text_warning (CvnCockpit *self)
{
  CvnTable     *agreements = cvn_cockpit_get_agreements (self);
  int           row = cvn_cockpit_get_row (self);
  CvnPeriod     later;
  CvnPeriod     earlier;
  CvnSuccession succession;
  int           days;

  if (!get_date (agreements, row, "date", &later.from) || !get_date (agreements, row, "predecessor_start", &earlier.from))
    return g_strdup ("");
  get_date (agreements, row, "end_date", &later.to);
  get_date (agreements, row, "predecessor_end", &earlier.to);
  succession = cvn_ladder_compare_periods (&later, &earlier, &days);
  return cvn_agreement_text_succession (succession, days);
}
