/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-locale"

#include "cvn-locale.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

/* Each in a process of its own: a locale is a process's. */
static void
assert_speaks (const char *environment,
               const char *language,
               const char *expected)
{
  if (g_test_subprocess ())
    {
      g_setenv ("LC_ALL", environment, TRUE);
      g_unsetenv ("LANGUAGE");
      cvn_locale_set_up (language);
      g_assert_cmpstr (_("Overview"), ==, expected);
      g_assert_cmpuint (MB_CUR_MAX, >, 1);
      /* Newer C libraries take C.UTF-8 for C, where nothing is translated. */
      g_assert_false (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C"));
      g_assert_null (g_getenv ("LOCPATH"));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_utf8 (void)
{
  assert_speaks ("C.UTF-8", "nl", "Overzicht");
}

static void
test_c (void)
{
  assert_speaks ("C", "nl", "Overzicht");
}

static void
test_english (void)
{
  assert_speaks ("C.UTF-8", "en", "Overview");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/locale/dutch-in-c-utf8", test_utf8);
  g_test_add_func ("/app/locale/dutch-in-c", test_c);
  g_test_add_func ("/app/locale/english-in-c-utf8", test_english);
  return g_test_run ();
}
