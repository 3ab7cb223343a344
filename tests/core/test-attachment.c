/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-attachment"

#include "cvn-attachment.h"
#include "cvn-error.h"
#include "cvn-kinds.h"

#include <string.h>

#define SUM "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
test_parses (void)
{
  static const struct
  {
    const char *text;
    gboolean    right;
  } cases[] = {
    { "Convenant 2018.pdf|application/pdf|3|" SUM, TRUE },
    { "é ü.odt|application/vnd.oasis.opendocument.text|0|" SUM, TRUE },
    { "a|text/plain|26214400|" SUM, TRUE },
    { "a|text/plain|26214401|" SUM, FALSE },
    { "a|text/plain|-1|" SUM, FALSE },
    { "a|text/plain|1e3|" SUM, FALSE },
    { "a|text/plain||" SUM, FALSE },
    { "a|text|3|" SUM, FALSE },
    { "a|text/|3|" SUM, FALSE },
    { "a|/plain|3|" SUM, FALSE },
    { "a|text/pl ain|3|" SUM, FALSE },
    { "a|text/plain/x|3|" SUM, FALSE },
    { "a|text/plain|3|BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", FALSE },
    { "a|text/plain|3|ba78", FALSE },
    { "a|text/plain|3", FALSE },
    { "a|b|text/plain|3|" SUM, FALSE },
    { "|text/plain|3|" SUM, FALSE },
    { "../a|text/plain|3|" SUM, FALSE },
    { "a/b|text/plain|3|" SUM, FALSE },
    { "a\\b|text/plain|3|" SUM, FALSE },
    { ".hidden|text/plain|3|" SUM, FALSE },
    { "_design|text/plain|3|" SUM, FALSE },
    { "a.|text/plain|3|" SUM, FALSE },
    { " a|text/plain|3|" SUM, FALSE },
    { "a\nb|text/plain|3|" SUM, FALSE },
    { "fdp.\xe2\x80\xae"
      "exe|text/plain|3|" SUM,
      FALSE }, /* written from right to left */
    { "a\xff|text/plain|3|" SUM, FALSE },
    { "bsn 111222333.pdf|text/plain|3|" SUM, FALSE },
    { "Convenant.pdf", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CvnAttachment) file = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *again = NULL;

      {
        g_autofree char *shown = g_strescape (cases[i].text, NULL);

        g_test_message ("%s", shown);
      }
      g_assert_cmpint (cvn_attachment_parse (cases[i].text, &file, &error), ==, cases[i].right);
      if (!cases[i].right)
        {
          g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
          continue;
        }
      again = cvn_attachment_dup_text (&file);
      g_assert_cmpstr (again, ==, cases[i].text);
    }
}

static void
test_clean_names (void)
{
  static const char *const cases[][2] = {
    { "Convenant 2018.pdf", "Convenant 2018.pdf" },
    { "../../etc/passwd", "etcpasswd" },
    { "__init__.py", "init__.py" },
    { ".profile", "profile" },
    { "a|b.pdf", "ab.pdf" },
    { "ends. .", "ends" },
    { "fdp.\xe2\x80\xae"
      "exe",
      "fdp.exe" },
    { "", "file" },
    { "...", "file" },
    { "bsn 111222333.pdf", "file" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = cvn_attachment_clean_name (cases[i][0]);

      g_assert_cmpstr (clean, ==, cases[i][1]);
    }
}

/* Whatever a file is called, what is made of it is a name that every desk takes. */
static void
test_any_name (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      char             name[301];
      int              length = g_test_rand_int_range (0, 300);
      g_autofree char *clean = NULL;
      g_autofree char *text = NULL;
      g_auto (CvnAttachment) file = { 0 };

      for (int c = 0; c < length; c++)
        name[c] = (char) g_test_rand_int_range (1, 256);
      name[length] = '\0';
      clean = cvn_attachment_clean_name (name);
      text = g_strdup_printf ("%s|text/plain|3|" SUM, clean);
      g_assert_true (cvn_attachment_parse (text, &file, NULL));
      g_assert_cmpstr (file.name, ==, clean);
    }
}

static void
test_words (void)
{
  static const struct
  {
    gint64      length;
    const char *en;
    const char *nl;
  } cases[] = {
    { 0, "a.pdf (1 kB)", "a.pdf (1 kB)" },
    { 12345, "a.pdf (12 kB)", "a.pdf (12 kB)" },
    { 999999, "a.pdf (1000 kB)", "a.pdf (1000 kB)" },
    { 1048576, "a.pdf (1.0 MB)", "a.pdf (1,0 MB)" },
    { 26214400, "a.pdf (26.2 MB)", "a.pdf (26,2 MB)" },
  };
  const CvnField *field = &cvn_kind_document.fields[cvn_attachment_find_field (&cvn_kind_document)];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("a.pdf|application/pdf|%" G_GINT64_FORMAT "|" SUM, cases[i].length);
      g_auto (CvnValue) value = CVN_VALUE_INIT;
      g_autofree char *en = NULL;
      g_autofree char *nl = NULL;

      cvn_value_set_text (&value, text);
      g_assert_true (cvn_field_check (field, &value, NULL));
      en = cvn_field_format (field, &value, CVN_LANGUAGE_EN);
      nl = cvn_field_format (field, &value, CVN_LANGUAGE_NL);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (nl, ==, cases[i].nl);
    }
}

static void
test_field (void)
{
  const CvnField *field = &cvn_kind_document.fields[cvn_attachment_find_field (&cvn_kind_document)];
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  cvn_value_set_text (&value, "Convenant.pdf");
  g_assert_false (cvn_field_check (field, &value, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
  g_assert_cmpstr (cvn_error_get_field (error), ==, "file");
  g_assert_cmpint (cvn_attachment_find_field (&cvn_kind_organisation), ==, -1);
}

/* What could run is not handed to another program. */
static void
test_shown (void)
{
  static const char *const shown[] = { "application/pdf", "image/png", "text/csv", "application/vnd.oasis.opendocument.text",
                                       "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
  static const char *const not_shown[] = { "application/x-executable", "application/x-desktop", "application/x-shellscript", "text/html", "image/svg+xml",
                                           "application/javascript", "application/x-ms-dos-executable", "application/octet-stream", "application/java-archive", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_true (cvn_attachment_is_shown (shown[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (not_shown); i++)
    g_assert_false (cvn_attachment_is_shown (not_shown[i]));
}

static void
test_travels (void)
{
  CvnAttachment file = { NULL, NULL, 1048576, NULL };

  g_assert_true (cvn_attachment_travels (&file));
  file.length++;
  g_assert_false (cvn_attachment_travels (&file));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/attachment/parses", test_parses);
  g_test_add_func ("/core/attachment/clean-names", test_clean_names);
  g_test_add_func ("/core/attachment/any-name", test_any_name);
  g_test_add_func ("/core/attachment/words", test_words);
  g_test_add_func ("/core/attachment/field", test_field);
  g_test_add_func ("/core/attachment/shown", test_shown);
  g_test_add_func ("/core/attachment/travels", test_travels);
  return g_test_run ();
}
