/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-late"

#include "cvn-error.h"
#include "cvn-late.h"

#include <string.h>

typedef struct
{
  __typeof__ (strlen) *strlen;
  __typeof__ (strlen) *no_such_function;
} Functions;

static const CvnLateFunction functions[] = {
  CVN_LATE_FUNCTION (Functions, strlen),
  CVN_LATE_FUNCTION (Functions, no_such_function),
};

static void
test_binds (void)
{
  Functions      table = { NULL, NULL };
  CvnLateLibrary library = { "libc.so.6", functions, 1, &table, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (cvn_late_bind (&library, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (table.strlen ("seven!!"), ==, 7);
  /* Once more costs nothing and changes nothing. */
  table.strlen = NULL;
  g_assert_true (cvn_late_bind (&library, &error));
  g_assert_null (table.strlen);
}

static void
test_tells_what_is_missing (void)
{
  Functions      table = { NULL, NULL };
  CvnLateLibrary libraries[] = {
    { "libc.so.6", functions, G_N_ELEMENTS (functions), &table, FALSE },
    { "libthereisnosuch.so.1", functions, 1, &table, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (libraries); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cvn_late_bind (&libraries[i], &error));
      g_assert_error (error, CVN_ERROR, CVN_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, libraries[i].file));
      g_assert_false (libraries[i].is_bound);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/late/binds", test_binds);
  g_test_add_func ("/core/late/tells-what-is-missing", test_tells_what_is_missing);
  return g_test_run ();
}
