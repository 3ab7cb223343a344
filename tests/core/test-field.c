/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-field"

#include "cvn-error.h"
#include "cvn-kind.h"

static const CvnChoice choices[] = {
  { "signed", "Signed", "getekend|ondertekend" },
  { "pledged", "Pledged", "toegezegd" },
  { NULL },
};

static const CvnField fields[] = {
  { "text", "Text", "tekst", CVN_FIELD_TEXT },
  { "amount", "Amount", "bedrag_cent|bedrag", CVN_FIELD_MONEY, .min = 0, .max = G_MAXINT64 },
  { "number", "Number", "aantal", CVN_FIELD_INTEGER, .min = 1, .max = 5 },
  { "yes", "Yes", "ja", CVN_FIELD_BOOLEAN },
  { "day", "Day", "dag", CVN_FIELD_DATE, CVN_FIELD_REQUIRED },
  { "about", "About", "circa", CVN_FIELD_PARTIAL_DATE },
  { "month", "Month", "maand", CVN_FIELD_MONTH },
  { "start", "Start", "begin", CVN_FIELD_LOCAL_TIME },
  { "state", "State", "status", CVN_FIELD_CHOICE, .choices = choices },
  { "iban", "IBAN", "iban", CVN_FIELD_TEXT, .format = CVN_FORMAT_IBAN },
  { "states", "States", "statussen", CVN_FIELD_TEXT, .choices = choices },
};

static const CvnField *
field_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  g_assert_not_reached ();
}

static const struct
{
  const char *field;
  CvnLanguage language;
  const char *text;
  const char *shown; /* NULL: refused */
  int         code;
} cases[] = {
  { "text", CVN_LANGUAGE_EN, "  Leiden ", "Leiden", 0 },
  { "amount", CVN_LANGUAGE_NL, "1.234,56", "1.234,56", 0 },
  { "amount", CVN_LANGUAGE_EN, "1,234.56", "1,234.56", 0 },
  { "amount", CVN_LANGUAGE_NL, "\342\202\254 1.234,5", "1.234,50", 0 },
  { "amount", CVN_LANGUAGE_NL, "-35,01", NULL, CVN_ERROR_OUT_OF_RANGE },
  { "amount", CVN_LANGUAGE_NL, "a lot", NULL, CVN_ERROR_INVALID },
  { "number", CVN_LANGUAGE_NL, "5", "5", 0 },
  { "number", CVN_LANGUAGE_NL, "6", NULL, CVN_ERROR_OUT_OF_RANGE },
  { "number", CVN_LANGUAGE_NL, "5,5", NULL, CVN_ERROR_INVALID },
  { "states", CVN_LANGUAGE_NL, "Toegezegd ;getekend; signed", "Toegezegd; Getekend; Getekend", 0 },
  { "states", CVN_LANGUAGE_EN, "toegezegd", "Pledged", 0 },
  { "states", CVN_LANGUAGE_NL, "signed; perhaps", "Getekend; perhaps", 0 },
  { "yes", CVN_LANGUAGE_NL, "ja", "Ja", 0 },
  { "yes", CVN_LANGUAGE_EN, "nee", "No", 0 },
  { "yes", CVN_LANGUAGE_EN, "maybe", NULL, CVN_ERROR_INVALID },
  { "day", CVN_LANGUAGE_NL, "03-04-2026", "03-04-2026", 0 },
  { "day", CVN_LANGUAGE_NL, "2026-04-03", "03-04-2026", 0 },
  { "day", CVN_LANGUAGE_NL, "30-02-2026", NULL, CVN_ERROR_INVALID },
  { "day", CVN_LANGUAGE_NL, "2026", NULL, CVN_ERROR_INVALID },
  { "day", CVN_LANGUAGE_NL, "", NULL, CVN_ERROR_REQUIRED },
  { "about", CVN_LANGUAGE_NL, "2016-06", "06-2016", 0 },
  { "about", CVN_LANGUAGE_NL, "", "", 0 },
  { "month", CVN_LANGUAGE_NL, "2018-01", "januari 2018", 0 },
  { "start", CVN_LANGUAGE_NL, "31-12-2026 9:30", "31 december 2026, 09:30", 0 },
  { "start", CVN_LANGUAGE_NL, "31-12-2026 25:30", NULL, CVN_ERROR_INVALID },
  { "state", CVN_LANGUAGE_NL, "Ondertekend", "Getekend", 0 },
  { "state", CVN_LANGUAGE_EN, "signed", "Signed", 0 },
  { "state", CVN_LANGUAGE_EN, "sort of", NULL, CVN_ERROR_INVALID },
  { "iban", CVN_LANGUAGE_EN, "NL05 DEMO 0000 0000 71", "NL05DEMO0000000071", 0 },
  { "iban", CVN_LANGUAGE_EN, "NL06 DEMO 0000 0000 71", NULL, CVN_ERROR_INVALID },
};

static void
test_reads_and_writes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CvnField *field = field_named (cases[i].field);
      g_auto (CvnValue) value = CVN_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      gboolean         right = cvn_field_parse (field, cases[i].text, cases[i].language, &value, &error) &&
                       cvn_field_check (field, &value, &error);

      g_test_message ("%s: “%s”", cases[i].field, cases[i].text);
      if (cases[i].shown == NULL)
        {
          g_assert_false (right);
          g_assert_error (error, CVN_ERROR, cases[i].code);
          g_assert_cmpstr (cvn_error_get_field (error), ==, cases[i].field);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (right);
      shown = cvn_field_format (field, &value, cases[i].language);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_headings (void)
{
  const CvnField *amount = field_named ("amount");

  g_assert_true (cvn_field_matches_heading (amount, "amount"));
  g_assert_true (cvn_field_matches_heading (amount, "Amount"));
  g_assert_true (cvn_field_matches_heading (amount, "bedrag_cent"));
  g_assert_true (cvn_field_matches_heading (amount, "BEDRAG"));
  g_assert_false (cvn_field_matches_heading (amount, "bedrag_"));
  g_assert_false (cvn_field_matches_heading (amount, ""));
}

static void
test_wrong_type_is_refused (void)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  cvn_value_set_text (&value, "12");
  g_assert_false (cvn_field_check (field_named ("amount"), &value, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/field/reads-and-writes", test_reads_and_writes);
  g_test_add_func ("/core/field/headings", test_headings);
  g_test_add_func ("/core/field/wrong-type-is-refused", test_wrong_type_is_refused);
  return g_test_run ();
}
