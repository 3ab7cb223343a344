/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-calendar-text"

#include "cvn-calendar-text.h"

#include "cvn-centre.h"

#include <glib/gi18n-lib.h>

/** cvn_calendar_get_weekday: 0 for Monday to 6 for Sunday. */
int
cvn_calendar_get_weekday (const CvnDate *day)
{
  /* 1 January 2018 was a Monday. */
  return ((cvn_date_days_between ((CvnDate){ 2018, 1, 1 }, *day) % 7) + 7) % 7;
}

/** cvn_calendar_get_day_name: "Mon" for 0. */
const char *
cvn_calendar_get_day_name (int weekday)
{
  static const char *const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };

  g_return_val_if_fail (weekday >= 0 && weekday < (int) G_N_ELEMENTS (names), NULL);
  return _(names[weekday]);
}

/** cvn_calendar_dup_day_title: (transfer full): "Sat 26 October 2019". */
char *
cvn_calendar_dup_day_title (const CvnDate *day)
{
  g_autofree char *date = cvn_date_format (day, cvn_interface_language ());

  return g_strdup_printf (_("%1$s %2$s"), cvn_calendar_get_day_name (cvn_calendar_get_weekday (day)), date);
}
