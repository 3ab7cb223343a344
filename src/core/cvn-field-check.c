/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-field-check"

#include "cvn-field.h"

#include "cvn-bsn.h"
#include "cvn-date.h"
#include "cvn-error.h"
#include "cvn-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer than any honest entry, short enough to show and to send. */
#define MAX_LINE 2000
/* In cents, to either side: a centre turns over less in a century. */
#define MAX_MONEY G_GINT64_CONSTANT (100000000000)
#define MAX_NOTE  100000

static gboolean
fail (GError        **error,
      const CvnField *field,
      CvnError        code,
      const char     *message)
{
  g_set_error_literal (error, CVN_ERROR, (int) code, message);
  cvn_error_set_field (error, field->name);
  return FALSE;
}

static gboolean
check_range (const CvnField *field,
             const CvnValue *value,
             GError        **error)
{
  g_autofree char *message = NULL;

  if (field->type == CVN_FIELD_MONEY && (value->integer > MAX_MONEY || value->integer < -MAX_MONEY))
    return fail (error, field, CVN_ERROR_OUT_OF_RANGE, _("Expected an amount of no more than a billion euros. Is there a digit too many?"));
  if (field->min >= field->max || (value->integer >= field->min && value->integer <= field->max))
    return TRUE;
  if (field->max == G_MAXINT64)
    message = g_strdup_printf (_("Expected at least %lld."), field->type == CVN_FIELD_MONEY ? field->min / 100LL : (long long) field->min);
  else
    message = g_strdup_printf (_("Expected a number from %lld to %lld."),
                               field->type == CVN_FIELD_MONEY ? field->min / 100LL : (long long) field->min,
                               field->type == CVN_FIELD_MONEY ? field->max / 100LL : (long long) field->max);
  return fail (error, field, CVN_ERROR_OUT_OF_RANGE, message);
}

static gboolean
check_date (const CvnField *field,
            const CvnValue *value,
            GError        **error)
{
  CvnDate date = { 0 };
  int     minutes;

  if (field->type == CVN_FIELD_LOCAL_TIME)
    {
      if (cvn_local_time_parse (value->text, &date, &minutes, NULL))
        return TRUE;
    }
  else if (cvn_date_parse_iso (value->text, &date, NULL) &&
           (field->type == CVN_FIELD_PARTIAL_DATE || cvn_date_get_precision (&date) == CVN_DATE_DAY))
    {
      return TRUE;
    }
  return fail (error, field, CVN_ERROR_INVALID, _("Expected a date that exists, such as 31-12-2026."));
}

/* Free text, and only free text, can hide a citizen service number: typed fields are checked as what they are. */
static gboolean
check_bsn (const CvnField *field,
           const CvnValue *value,
           GError        **error)
{
  g_autofree char *masked = NULL;
  g_autofree char *message = NULL;

  if (cvn_bsn_scan (value->text, field->name, &masked) == CVN_BSN_NONE)
    return TRUE;
  message = g_strdup_printf (_("“%s” looks like a citizen service number (BSN). The centre may not keep it; please leave it out."), masked);
  return fail (error, field, CVN_ERROR_BSN, message);
}

static gboolean
check_text (const CvnField *field,
            const CvnValue *value,
            GError        **error)
{
  glong most = field->type == CVN_FIELD_NOTE ? MAX_NOTE : MAX_LINE;

  if (!g_utf8_validate (value->text, -1, NULL))
    return fail (error, field, CVN_ERROR_FORMAT, _("This text is not valid UTF-8."));
  /* A text has no more characters than bytes. */
  if (strlen (value->text) > (gsize) most && g_utf8_strlen (value->text, -1) > most)
    return fail (error, field, CVN_ERROR_OUT_OF_RANGE, _("This text is too long."));
  if (field->format != CVN_FORMAT_NONE && field->format != CVN_FORMAT_CODE)
    {
      if (cvn_format_check (field->format, value->text, error))
        return TRUE;
      cvn_error_set_field (error, field->name);
      return FALSE;
    }
  return check_bsn (field, value, error);
}

static gboolean
check_filled (const CvnField *field,
              const CvnValue *value,
              GError        **error)
{
  switch (field->type)
    {
    case CVN_FIELD_TEXT:
    case CVN_FIELD_NOTE:
      return check_text (field, value, error);
    case CVN_FIELD_BOOLEAN:
      return value->integer == 0 || value->integer == 1 ||
             fail (error, field, CVN_ERROR_INVALID, _("Expected yes or no."));
    case CVN_FIELD_MONEY:
    case CVN_FIELD_INTEGER:
    case CVN_FIELD_MONTH:
      return check_range (field, value, error);
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
    case CVN_FIELD_LOCAL_TIME:
      return check_date (field, value, error);
    case CVN_FIELD_CHOICE:
      if (field->named_by != NULL)
        return check_text (field, value, error);
      return cvn_field_find_choice (field, value->text) != NULL ||
             fail (error, field, CVN_ERROR_INVALID, _("Expected one of the choices of the list."));
    case CVN_FIELD_REFERENCE:
      return g_utf8_validate (value->text, -1, NULL) ||
             fail (error, field, CVN_ERROR_UNKNOWN_REFERENCE, _("Expected an existing record."));
    default:
      g_assert_not_reached ();
    }
}

/**
 * cvn_field_check:
 * @value: what the field shall hold
 *
 * Checks one field by its description: filled in when required, of the right type, in range, a code that is
 * in the list, a date that exists, a number with the right check digits, no citizen service number.
 * Whether a reference exists is for the store to say. The error names the field. Any thread.
 */
gboolean
cvn_field_check (const CvnField *field,
                 const CvnValue *value,
                 GError        **error)
{
  CvnValueType expected = cvn_field_is_integer (field) ? CVN_VALUE_INTEGER : CVN_VALUE_TEXT;

  if (cvn_value_is_none (value))
    return (field->flags & CVN_FIELD_REQUIRED) == 0 ||
           fail (error, field, CVN_ERROR_REQUIRED, _("This must be filled in."));
  if (value->type != expected)
    return fail (error, field, CVN_ERROR_INVALID,
                 expected == CVN_VALUE_INTEGER ? _("Expected a number.") : _("Expected a text."));
  return check_filled (field, value, error);
}
