/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-kind-set"

#include "cvn-kind-set.h"

#include <glib-object.h>

static void
test_each_place (void)
{
  for (guint i = 0; i < CVN_KIND_SET_MAX; i++)
    {
      CvnKindSet set = { 0 };

      cvn_kind_set_add_index (&set, i);
      for (guint k = 0; k < CVN_KIND_SET_MAX; k++)
        g_assert_cmpint (cvn_kind_set_contains_index (&set, k), ==, k == i);
      cvn_kind_set_add_index (&set, i);
      g_assert_cmpuint (cvn_kind_set_count (&set), ==, 1);
    }
}

static void
test_kinds (void)
{
  CvnKindSet        set = { 0 };
  const char *const names[] = { "budget_line", "centre" };

  cvn_kind_set_add (&set, cvn_kind_find ("event"));
  cvn_kind_set_add_names (&set, names, G_N_ELEMENTS (names));
  g_assert_cmpuint (cvn_kind_set_count (&set), ==, 3);
  g_assert_true (cvn_kind_set_contains (&set, cvn_kind_find ("event")));
  g_assert_true (cvn_kind_set_contains (&set, cvn_kind_find ("centre")));
  g_assert_false (cvn_kind_set_contains (&set, cvn_kind_find ("organisation")));
}

static void
fill (CvnKindSet *set,
      gboolean   *is_in)
{
  for (guint i = 0; i < CVN_KIND_SET_MAX; i++)
    if ((is_in[i] = g_test_rand_int_range (0, 40) == 0))
      cvn_kind_set_add_index (set, i);
}

static void
test_two_sets (void)
{
  for (guint n = 0; n < 1000; n++)
    {
      CvnKindSet a = { 0 }, b = { 0 }, both;
      gboolean   in_a[CVN_KIND_SET_MAX], in_b[CVN_KIND_SET_MAX];
      gboolean   meets = FALSE;

      fill (&a, in_a);
      fill (&b, in_b);
      both = a;
      cvn_kind_set_unite (&both, &b);
      for (guint i = 0; i < CVN_KIND_SET_MAX; i++)
        {
          g_assert_cmpint (cvn_kind_set_contains_index (&both, i), ==, in_a[i] || in_b[i]);
          meets = meets || (in_a[i] && in_b[i]);
        }
      g_assert_cmpint (cvn_kind_set_meets (&a, &b), ==, meets);
    }
}

static void
test_boxed (void)
{
  CvnKindSet set = { 0 };
  GValue     value = G_VALUE_INIT;

  cvn_kind_set_add_index (&set, 200);
  g_value_init (&value, CVN_TYPE_KIND_SET);
  g_value_set_boxed (&value, &set);
  set = (CvnKindSet){ 0 };
  g_assert_true (cvn_kind_set_contains_index (g_value_get_boxed (&value), 200));
  g_value_unset (&value);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kind-set/each-place", test_each_place);
  g_test_add_func ("/core/kind-set/kinds", test_kinds);
  g_test_add_func ("/core/kind-set/two-sets", test_two_sets);
  g_test_add_func ("/core/kind-set/boxed", test_boxed);
  return g_test_run ();
}
