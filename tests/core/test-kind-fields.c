/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-kind-fields"

#include "cvn-error.h"
#include "cvn-kinds.h"
#include "cvn-record.h"

/* What the fields of axes, news items and revisions of the roadmap take, and what of them stays as it is. */

static const struct
{
  const CvnKind *kind;
  const char    *field;
  const char    *text;
  const char    *shown; /* NULL: refused */
  int            code;
} cases[] = {
  { &cvn_kind_axis, "code", "werk-1", "werk-1", 0 },
  { &cvn_kind_axis, "code", "", NULL, CVN_ERROR_REQUIRED },
  { &cvn_kind_axis, "code", " werk en wonen ", "werk en wonen", 0 },
  { &cvn_kind_axis, "position", "1", "1", 0 },
  { &cvn_kind_axis, "position", "1000", "1000", 0 },
  { &cvn_kind_axis, "position", "0", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_axis, "position", "1001", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_axis, "position", "99999999999999999999", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_axis, "position", "", NULL, CVN_ERROR_REQUIRED },

  { &cvn_kind_news_item, "channel", "", NULL, CVN_ERROR_REQUIRED },
  { &cvn_kind_news_item, "date", "2020-02-29", "29-02-2020", 0 },
  { &cvn_kind_news_item, "date", "2019-02-29", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_news_item, "date", "2020-02", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_news_item, "date", "", NULL, CVN_ERROR_REQUIRED },
  { &cvn_kind_news_item, "reach", "", "", 0 },
  { &cvn_kind_news_item, "reach", "0", "0", 0 },
  { &cvn_kind_news_item, "reach", "1000000000", "1000000000", 0 },
  { &cvn_kind_news_item, "reach", "1000000001", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_news_item, "reach", "-1", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_news_item, "reach", "many", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_news_item, "link", "https://example.org/a?b=1", "https://example.org/a?b=1", 0 },
  { &cvn_kind_news_item, "link", "javascript:alert(1)", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_news_item, "link", "somewhere else", NULL, CVN_ERROR_INVALID },

  { &cvn_kind_roadmap_revision, "date", "31-12-2020", "31-12-2020", 0 },
  { &cvn_kind_roadmap_revision, "date", "2020", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_roadmap_revision, "date", "", NULL, CVN_ERROR_REQUIRED },

  { &cvn_kind_roadmap_revision_item, "revision", "", NULL, CVN_ERROR_REQUIRED },
  { &cvn_kind_roadmap_revision_item, "service", "", NULL, CVN_ERROR_REQUIRED },
  { &cvn_kind_roadmap_revision_item, "start_year", "1900", "1900", 0 },
  { &cvn_kind_roadmap_revision_item, "start_year", "1899", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_roadmap_revision_item, "start_year", "2201", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_roadmap_revision_item, "staff_hours", "-1", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_roadmap_revision_item, "assigned_hours", "1000001", NULL, CVN_ERROR_OUT_OF_RANGE },
  { &cvn_kind_roadmap_revision_item, "cost_estimate", "24.000", "24.000,00", 0 },
  { &cvn_kind_roadmap_revision_item, "cost_estimate", "a lot", NULL, CVN_ERROR_INVALID },
  { &cvn_kind_roadmap_revision_item, "timing", "some day", NULL, CVN_ERROR_INVALID },
};

static void
test_takes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int             place = cvn_kind_find_field (cases[i].kind, cases[i].field);
      const CvnField *field = &cases[i].kind->fields[place];
      g_auto (CvnValue) value = CVN_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s.%s: “%s”", cases[i].kind->name, cases[i].field, cases[i].text);
      if (cvn_field_parse (field, cases[i].text, CVN_LANGUAGE_NL, &value, &error))
        cvn_field_check (field, &value, &error);
      if (cases[i].shown == NULL)
        {
          g_assert_error (error, CVN_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      shown = cvn_field_format (field, &value, CVN_LANGUAGE_NL);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* A file is known by its name in either language, and by no part of it. */
static void
test_files (void)
{
  g_assert_true (cvn_kind_find_file ("assen") == &cvn_kind_axis);
  g_assert_true (cvn_kind_find_file ("axes") == &cvn_kind_axis);
  g_assert_true (cvn_kind_find_file ("nieuwsberichten") == &cvn_kind_news_item);
  g_assert_true (cvn_kind_find_file ("news_items") == &cvn_kind_news_item);
  g_assert_true (cvn_kind_find_file ("routekaart_revisies") == &cvn_kind_roadmap_revision);
  g_assert_true (cvn_kind_find_file ("roadmap_revision_items") == &cvn_kind_roadmap_revision_item);
  g_assert_true (cvn_kind_find_file ("routekaart_revisiediensten") == &cvn_kind_roadmap_revision_item);
  g_assert_null (cvn_kind_find_file ("revisies"));
  g_assert_null (cvn_kind_find_file ("as"));
}

/* A service in a revision has what the service has: the same sort of values, from the same choices, within the same limits. */
static void
test_kept_alike (void)
{
  guint n = 0;

  for (guint i = 0; i < cvn_kind_roadmap_revision_item.n_fields; i++)
    {
      const CvnField *kept = &cvn_kind_roadmap_revision_item.fields[i];
      const CvnField *field;
      int             place = cvn_kind_find_field (&cvn_kind_roadmap_item, kept->name);

      if (g_str_equal (kept->name, "revision") || g_str_equal (kept->name, "service"))
        continue;
      g_test_message ("%s", kept->name);
      g_assert_cmpint (place, >=, 0);
      field = &cvn_kind_roadmap_item.fields[place];
      g_assert_cmpint (kept->type, ==, field->type);
      g_assert_true (kept->choices == field->choices);
      g_assert_cmpstr (kept->named_by, ==, field->named_by);
      g_assert_cmpint (kept->min, ==, field->min);
      g_assert_cmpint (kept->max, ==, field->max);
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

/* What was kept stays so, but a revision can go as a whole, and its own name can be mended. */
static void
test_final (void)
{
  g_autoptr (CvnRecord) before = cvn_record_new (&cvn_kind_roadmap_revision_item);
  g_autoptr (CvnRecord) after = cvn_record_new (&cvn_kind_roadmap_revision_item);
  g_autoptr (GError) error = NULL;

  cvn_record_set_text (after, "name_nl", "Other");
  g_assert_false (cvn_kind_roadmap_revision_item.may_change (before, after, &error));
  g_assert_error (error, CVN_ERROR, CVN_ERROR_FINAL);
  g_clear_error (&error);
  g_assert_true (cvn_kind_roadmap_revision_item.may_change (before, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (cvn_kind_roadmap_revision.may_change);
  g_assert_cmpstr (cvn_kind_roadmap_revision_item.owner, ==, "revision");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kind-fields/takes", test_takes);
  g_test_add_func ("/core/kind-fields/files", test_files);
  g_test_add_func ("/core/kind-fields/kept-alike", test_kept_alike);
  g_test_add_func ("/core/kind-fields/final", test_final);
  return g_test_run ();
}
