/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-allocation"

#include "cvn-allocation.h"
#include "cvn-error.h"

#define CASES 10000
#define MOST  12

__extension__ typedef __int128 Wide;

typedef struct
{
  gint64 total;
  guint  n;
  gint64 weights[6];
  gint64 parts[6];
} VectorCase;

static const VectorCase vectors[] = {
  /* EUR 170,000 by the inhabitants of 1 January 2018. */
  { 17000000, 6, { 124306, 64956, 27197, 23887, 25453, 8430 }, { 7705976, 4026751, 1685996, 1480803, 1577882, 522592 } },
  { 12000000, 6, { 124306, 64956, 27197, 23887, 25453, 8430 }, { 5439512, 2842413, 1190115, 1045272, 1113799, 368889 } },
  { 155459, 2, { 50, 50 }, { 77730, 77729 } },
  { 87318, 2, { 70, 30 }, { 61123, 26195 } },
  { 100, 3, { 1, 1, 1 }, { 34, 33, 33 } },
  { 200, 3, { 1, 1, 1 }, { 67, 67, 66 } },
  { 1, 2, { 95, 5 }, { 1, 0 } },
  { 1, 2, { 5, 95 }, { 0, 1 } },
  { 52434, 5, { 21, 40, 20, 17, 2 }, { 11011, 20973, 10487, 8914, 1049 } },
  { 5436990, 2, { 5, 7 }, { 2265413, 3171577 } },
  { 0, 3, { 1, 2, 3 }, { 0, 0, 0 } },
  { 100, 3, { 0, 1, 0 }, { 0, 100, 0 } },
  { -100, 3, { 1, 1, 1 }, { -34, -33, -33 } },
  { G_MAXINT64, 2, { G_MAXINT64, G_MAXINT64 }, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 } },
  { G_MININT64, 1, { 1 }, { G_MININT64 } },
};

static void
test_vectors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 parts[6] = { 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      cvn_allocate (vectors[i].total, vectors[i].weights, vectors[i].n, parts, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < vectors[i].n; j++)
        g_assert_cmpint (parts[j], ==, vectors[i].parts[j]);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    guint  n;
    gint64 weights[2];
  } cases[] = {
    { 0, { 0 } },
    { 1, { 0 } },
    { 2, { 0, 0 } },
    { 2, { 5, -1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 parts[2] = { 7, 7 };

      g_assert_false (cvn_allocate (100, cases[i].weights, cases[i].n, parts, &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_INVALID);
      g_assert_cmpint (parts[0], ==, 7);
    }
}

static gint64
random_positive (void)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  return (gint64) (bits >> g_test_rand_int_range (1, 64));
}

static void
test_sums_and_fairness (void)
{
  for (guint i = 0; i < CASES; i++)
    {
      guint  n = (guint) g_test_rand_int_range (1, MOST + 1);
      gint64 weights[MOST], parts[MOST], mirror[MOST], total = random_positive ();
      Wide   sum = 0, given = 0;

      for (guint j = 0; j < n; j++)
        {
          weights[j] = g_test_rand_int_range (0, 5) == 0 ? 0 : random_positive ();
          sum += weights[j];
        }
      if (sum == 0)
        weights[0] = 1, sum = 1;

      g_assert_true (cvn_allocate (total, weights, n, parts, NULL));
      g_assert_true (cvn_allocate (-total, weights, n, mirror, NULL));
      for (guint j = 0; j < n; j++)
        {
          Wide miss = (Wide) parts[j] * sum - (Wide) total * weights[j];

          given += parts[j];
          g_assert_true (miss < sum && -miss < sum);
          g_assert_cmpint (mirror[j], ==, -parts[j]);
          g_assert_true (weights[j] > 0 || parts[j] == 0);
        }
      g_assert_true (given == total);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/allocation/vectors", test_vectors);
  g_test_add_func ("/core/allocation/refuses", test_refuses);
  g_test_add_func ("/core/allocation/sums-and-fairness", test_sums_and_fairness);

  return g_test_run ();
}
