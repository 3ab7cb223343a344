/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-check"

#include "cvn-kind-check.h"

#include "cvn-error.h"
#include "cvn-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Rules over more than one field that several kinds share. Each returns FALSE with CVN_ERROR_INVALID and the
 * field at fault; fields that are empty are not at fault. Any thread.
 */

/** cvn_check_fail: sets @error to @message about @field and returns FALSE. */
gboolean
cvn_check_fail (GError    **error,
                const char *field,
                const char *message)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, message);
  cvn_error_set_field (error, field);
  return FALSE;
}

/** cvn_check_either: at least one of two fields is filled in, such as a name in two languages. */
gboolean
cvn_check_either (CvnRecord  *record,
                  const char *field,
                  const char *other,
                  const char *message,
                  GError    **error)
{
  return cvn_record_has (record, field) || cvn_record_has (record, other) || cvn_check_fail (error, field, message);
}

/**
 * cvn_check_order: @last is not before @first. Both are ISO dates. Of dates that are less precise only what
 * both know is compared: "2016" is not before "2016-06-01".
 */
gboolean
cvn_check_order (CvnRecord  *record,
                 const char *first,
                 const char *last,
                 const char *message,
                 GError    **error)
{
  const char *from = cvn_record_get_text (record, first);
  const char *to = cvn_record_get_text (record, last);

  if (from == NULL || to == NULL || strncmp (from, to, MIN (strlen (from), strlen (to))) <= 0)
    return TRUE;
  return cvn_check_fail (error, last, message);
}

/** cvn_check_part: @part is not larger than @whole. @message is marked for translation: records by the thousand are right, and need none. */
gboolean
cvn_check_part (CvnRecord  *record,
                const char *part,
                const char *whole,
                const char *message,
                GError    **error)
{
  if (!cvn_record_has (record, part) || !cvn_record_has (record, whole) ||
      cvn_record_get_integer (record, part) <= cvn_record_get_integer (record, whole))
    return TRUE;
  return cvn_check_fail (error, part, _(message));
}

/** cvn_check_vat: @vat is @net times @rate per mille, rounded to the cent, half a cent away from zero. */
gboolean
cvn_check_vat (CvnRecord  *record,
               const char *net,
               const char *rate,
               const char *vat,
               GError    **error)
{
  gint64 expected;

  if (!cvn_record_has (record, net) || !cvn_record_has (record, rate) || !cvn_record_has (record, vat))
    return TRUE;
  if (!cvn_money_mul_div (cvn_record_get_integer (record, net), cvn_record_get_integer (record, rate), 1000, &expected, error))
    {
      cvn_error_set_field (error, net);
      return FALSE;
    }
  return cvn_record_get_integer (record, vat) == expected ||
         cvn_check_fail (error, vat, _("The VAT is not the amount times the rate."));
}

/** cvn_check_total: @total is @net plus @vat; an empty @vat counts as nothing. */
gboolean
cvn_check_total (CvnRecord  *record,
                 const char *net,
                 const char *vat,
                 const char *total,
                 GError    **error)
{
  gint64 expected;

  if (!cvn_record_has (record, net) || !cvn_record_has (record, total))
    return TRUE;
  if (!cvn_money_add (cvn_record_get_integer (record, net), cvn_record_get_integer (record, vat), &expected, error))
    {
      cvn_error_set_field (error, net);
      return FALSE;
    }
  return cvn_record_get_integer (record, total) == expected ||
         cvn_check_fail (error, total, _("The amount with VAT is not the amount without VAT plus the VAT."));
}
