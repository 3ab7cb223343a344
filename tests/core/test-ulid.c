/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-ulid"

#include "cvn-ulid.h"

#define IDS     100000
#define THREADS 4

static void
test_sorts_and_is_unique (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_full (IDS, g_free);
  gint64 start = g_get_monotonic_time (), spent;

  for (guint i = 0; i < IDS; i++)
    g_ptr_array_add (ids, cvn_ulid_new ());
  spent = g_get_monotonic_time () - start;
  g_test_message ("%d ids in %" G_GINT64_FORMAT " us", IDS, spent);

  for (guint i = 0; i < IDS; i++)
    {
      g_assert_true (cvn_ulid_is_valid (ids->pdata[i]));
      if (i > 0)
        g_assert_cmpstr (ids->pdata[i - 1], <, ids->pdata[i]);
    }
}

static gpointer
make_many (gpointer data)
{
  GPtrArray *ids = data;

  for (guint i = 0; i < IDS / THREADS; i++)
    g_ptr_array_add (ids, cvn_ulid_new ());

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ids[THREADS];
  GThread   *threads[THREADS];

  for (guint i = 0; i < THREADS; i++)
    {
      ids[i] = g_ptr_array_new_with_free_func (g_free);
      threads[i] = g_thread_new ("ulid", make_many, ids[i]);
    }
  for (guint i = 0; i < THREADS; i++)
    {
      g_thread_join (threads[i]);
      for (guint j = 0; j < ids[i]->len; j++)
        g_assert_true (g_hash_table_add (seen, ids[i]->pdata[j]));
    }

  g_hash_table_remove_all (seen);
  for (guint i = 0; i < THREADS; i++)
    g_ptr_array_unref (ids[i]);
}

static void
test_validates (void)
{
  static const char *const refused[] = {
    "", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVX", "01ARZ3NDEKTSV4RRFFQ69G5FAI",
    "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01arz3ndektsv4rrffq69g5fav", "81ARZ3NDEKTSV4RRFFQ69G5FAV"
  };

  g_assert_true (cvn_ulid_is_valid ("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
  g_assert_true (cvn_ulid_is_valid ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (cvn_ulid_is_valid (refused[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/ulid/sorts-and-is-unique", test_sorts_and_is_unique);
  g_test_add_func ("/core/ulid/threads", test_threads);
  g_test_add_func ("/core/ulid/validates", test_validates);

  return g_test_run ();
}
