/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-support.h"

#include "cvn-report-words.h"

#include <string.h>

void
report_set_up (ReportFixture *f,
               gconstpointer  data)
{
  f->store = sample_open (&f->folder);
}

void
report_tear_down (ReportFixture *f,
                  gconstpointer  data)
{
  cvn_store_close (f->store);
  g_clear_object (&f->store);
  cvn_test_folder_remove (&f->folder);
}

CvnReport *
report_make (ReportFixture *f,
             CvnReportName  name,
             const char    *record,
             CvnLanguage    language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnReportData) data = cvn_report_data_read (f->store, name, record, language, REPORT_TODAY, &error);

  g_assert_no_error (error);
  return cvn_report_make (data);
}

char *
report_dup_text (CvnReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint page = 0; page < cvn_report_get_n_pages (report); page++)
    {
      g_autofree char *part = cvn_report_dup_page_text (report, page);

      g_string_append (text, part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* English words that are not Dutch ones too. */
void
report_assert_dutch (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "\n\t.,:;()", ' ');

  for (guint i = 0; i < CVN_N_WORDS; i++)
    {
      const char      *en = cvn_report_word ((CvnReportWord) i, CVN_LANGUAGE_EN);
      const char      *nl = cvn_report_word ((CvnReportWord) i, CVN_LANGUAGE_NL);
      g_autofree char *word = g_strdup_printf (" %s ", en);

      if (!g_str_equal (en, nl) && strchr (en, '{') == NULL && strstr (spaced, word) != NULL)
        g_error ("The Dutch report says “%s”", en);
    }
  for (const char *const *word = (const char *const[]){ " page ", " of ", " the ", " and ", " January ", " December ", NULL }; *word != NULL; word++)
    g_assert_null (strstr (spaced, *word));
}

/* As /app/GROUP/NAME, each with a fixture of its own. */
void
report_add_tests (const char       *group,
                  const ReportTest *tests,
                  guint             n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/%s/%s", group, tests[i].name);

      g_test_add (path, ReportFixture, NULL, report_set_up, tests[i].func, report_tear_down);
    }
}
