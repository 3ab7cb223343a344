/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-code-name"

#include "cvn-code-name.h"

#include "cvn-kind.h"
#include "cvn-record.h"

static const CvnField *
get_axis_field (void)
{
  const CvnKind *event = cvn_kind_find ("event");

  return &event->fields[cvn_kind_find_field (event, "axis")];
}

static void
add_axis (GPtrArray  *records,
          const char *code,
          const char *nl,
          const char *en)
{
  CvnRecord *axis = cvn_record_new (cvn_kind_find ("axis"));

  cvn_record_set_text (axis, "code", code);
  cvn_record_set_text (axis, "name_nl", nl);
  cvn_record_set_text (axis, "name_en", en);
  g_ptr_array_add (records, axis);
}

/* As long as a file has no axes of its own, those that come with the program stand, with no record behind them. */
static void
test_built_in (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = cvn_code_names_new (get_axis_field (), records);
  const CvnCodeName *talent = cvn_code_names_find (names, "talent");

  g_assert_cmpuint (names->len, ==, 4);
  g_assert_nonnull (talent);
  g_assert_cmpstr (cvn_code_name_get (talent, CVN_LANGUAGE_EN), ==, "Talent");
  g_assert_null (talent->id);
}

/* Records take the place of the built-in ones; a name in one language stands for both, and the first with a code names it. */
static void
test_records (void)
{
  static const struct
  {
    const char *code;
    const char *nl;
    const char *en;
  } expected[] = {
    { "green", "Groen", "Green" },
    { "water", "Water", "Water" },
    { "air", "Air", "Air" },
  };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = NULL;

  add_axis (records, "green", "Groen", "Green");
  add_axis (records, "water", "Water", NULL);
  add_axis (records, "air", NULL, "Air");
  add_axis (records, "green", "Anders", "Other");
  names = cvn_code_names_new (get_axis_field (), records);
  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CvnCodeName *name = names->pdata[i];

      g_assert_cmpstr (name->code, ==, expected[i].code);
      g_assert_cmpstr (cvn_code_name_get (name, CVN_LANGUAGE_NL), ==, expected[i].nl);
      g_assert_cmpstr (cvn_code_name_get (name, CVN_LANGUAGE_EN), ==, expected[i].en);
      g_assert_cmpstr (name->id, ==, cvn_record_get_id (records->pdata[i]));
    }
  g_assert_null (cvn_code_names_find (names, "talent"));
}

/* A code that nobody named is called by itself, and is there once. */
static void
test_unnamed (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = NULL;

  add_axis (records, "green", "Groen", "Green");
  names = cvn_code_names_new (get_axis_field (), records);
  cvn_code_names_add (names, "old");
  cvn_code_names_add (names, "old");
  cvn_code_names_add (names, "green");
  cvn_code_names_add (names, NULL);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (cvn_code_name_get (cvn_code_names_find (names, "old"), CVN_LANGUAGE_NL), ==, "old");
}

/* An axis needs a name in one of the languages. */
static void
test_axis_check (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  const CvnKind *kind = cvn_kind_find ("axis");
  g_autoptr (GError) error = NULL;

  add_axis (records, "green", NULL, "Green");
  add_axis (records, "blank", NULL, NULL);
  g_assert_true (kind->check (records->pdata[0], NULL));
  g_assert_false (kind->check (records->pdata[1], &error));
  g_assert_nonnull (error);
}

static void
add_stage (GPtrArray  *records,
           const char *scheme,
           gint64      position,
           const char *code)
{
  CvnRecord *stage = cvn_record_new (cvn_kind_find ("life_stage"));

  cvn_record_set_text (stage, "scheme", scheme);
  cvn_record_set_integer (stage, "position", position);
  cvn_record_set_text (stage, "code", code);
  cvn_record_set_text (stage, "name_nl", scheme);
  g_ptr_array_add (records, stage);
}

/* Two sources divide a stay into four and six stages, a third has one of its own: all can be chosen, in the order of a stay. */
static void
test_schemes (void)
{
  static const char *const expected[] = { "talent", "orientation", "coming", "settling", "living", "leaving", "back" };
  const CvnKind           *event = cvn_kind_find ("event");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = NULL;

  /* As they are read: by their place, whatever scheme they are of. */
  add_stage (records, "4", 1, "coming");
  add_stage (records, "6", 1, "talent");
  add_stage (records, "1", 1, "back");
  add_stage (records, "4", 2, "settling");
  add_stage (records, "6", 2, "orientation");
  add_stage (records, "4", 3, "living");
  add_stage (records, "6", 3, "coming");
  add_stage (records, "4", 4, "leaving");
  add_stage (records, "6", 4, "settling");
  add_stage (records, "6", 5, "living");
  add_stage (records, "6", 6, "leaving");
  names = cvn_code_names_new (&event->fields[cvn_kind_find_field (event, "life_stage")], records);
  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((CvnCodeName *) names->pdata[i])->code, ==, expected[i]);
  g_assert_cmpstr (cvn_code_name_get (cvn_code_names_find (names, "coming"), CVN_LANGUAGE_NL), ==, "4");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/code-name/built-in", test_built_in);
  g_test_add_func ("/core/code-name/records", test_records);
  g_test_add_func ("/core/code-name/unnamed", test_unnamed);
  g_test_add_func ("/core/code-name/axis-check", test_axis_check);
  g_test_add_func ("/core/code-name/schemes", test_schemes);
  return g_test_run ();
}
