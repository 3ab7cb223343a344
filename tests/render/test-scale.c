/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-scale"

#include "cvn-scale.h"

static void
test_table (void)
{
  static const struct
  {
    gint64 lowest, highest;
    guint  max_ticks;
    gint64 smallest_step;
    gint64 minimum, maximum, step;
  } rows[] = {
    { 0, 414000, 6, 100, 0, 500000, 100000 },
    { 0, 414000, 3, 100, 0, 500000, 500000 },
    { 0, 22500000, 6, 100, 0, 25000000, 5000000 },
    { 0, 7, 9, 1, 0, 7, 1 },
    { 0, 7, 5, 1, 0, 8, 2 },
    { 0, 0, 5, 1, 0, 1, 1 },
    { 0, 0, 5, 100, 0, 100, 100 },
    { 0, 3, 5, 100, 0, 100, 100 },
    { -552900, 1508550, 5, 100, -1000000, 2000000, 1000000 },
    { -35, -12, 6, 1, -40, 0, 10 },
    { 12, 35, 6, 1, 0, 40, 10 },
    { 35, 12, 6, 1, 0, 40, 10 },
    { -1, 1, 1, 1, -1, 1, 1 },
    { G_MININT64, G_MAXINT64, 3, 1, -1000000000000000000, 1000000000000000000, 1000000000000000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CvnScale scale = cvn_scale_make (rows[i].lowest, rows[i].highest, rows[i].max_ticks, rows[i].smallest_step);

      g_test_message ("row %u", i);
      g_assert_cmpint (scale.minimum, ==, rows[i].minimum);
      g_assert_cmpint (scale.maximum, ==, rows[i].maximum);
      g_assert_cmpint (scale.step, ==, rows[i].step);
    }
}

/* What the scale holds at most. */
#define LARGEST (G_GINT64_CONSTANT (1000000000000000000))

static gint64
random_value (void)
{
  gint64 value = ((gint64) g_test_rand_int () * (G_GINT64_CONSTANT (1) << 31)) ^ g_test_rand_int ();

  value >>= g_test_rand_int_range (0, 62);
  return CLAMP (value, -LARGEST, LARGEST);
}

static void
test_holds_for_any_range (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      gint64   a = random_value ();
      gint64   b = random_value ();
      guint    max_ticks = (guint) g_test_rand_int_range (3, 12);
      CvnScale scale = cvn_scale_make (a, b, max_ticks, g_test_rand_bit () ? 1 : 100);
      guint    n = cvn_scale_get_n_ticks (&scale);

      g_assert_cmpuint (n, >=, 2);
      g_assert_cmpuint (n, <=, max_ticks);
      g_assert_cmpint (scale.minimum, <=, MIN (MIN (a, b), 0));
      g_assert_cmpint (scale.maximum, >=, MAX (MAX (a, b), 0));
      g_assert_cmpint (cvn_scale_get_tick (&scale, n - 1), ==, scale.maximum);
      for (guint t = 1; t < n; t++)
        g_assert_cmpint (cvn_scale_get_tick (&scale, t), >, cvn_scale_get_tick (&scale, t - 1));
      for (guint t = 0; t < n; t++)
        g_assert_cmpint (cvn_scale_get_tick (&scale, t) % scale.step, ==, 0);
    }
}

static void
test_position (void)
{
  CvnScale scale = cvn_scale_make (-50, 100, 5, 1);

  g_assert_cmpint (scale.minimum, ==, -50);
  g_assert_cmpint (scale.maximum, ==, 100);
  g_assert_cmpfloat_with_epsilon (cvn_scale_get_position (&scale, -50), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (cvn_scale_get_position (&scale, 25), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (cvn_scale_get_position (&scale, 100), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (cvn_scale_get_position (&scale, -500), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (cvn_scale_get_position (&scale, 500), 1, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/scale/table", test_table);
  g_test_add_func ("/render/scale/holds-for-any-range", test_holds_for_any_range);
  g_test_add_func ("/render/scale/position", test_position);
  return g_test_run ();
}
