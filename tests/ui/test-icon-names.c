/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-icon-names"

#include "ui-support.h"

/* Icon themes let go of names from release to release, and in place of the picture there is nothing then. Our own have a prefix and
 * come with the program. */
static void
check_text (const char *path,
            guint      *n)
{
  GtkIconTheme    *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("[\">]((?!cvn-)[a-z0-9-]+-symbolic)[\"<]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      (*n)++;
      if (!gtk_icon_theme_has_icon (theme, name))
        {
          g_test_message ("%s: the theme has no %s", path, name);
          g_test_fail ();
        }
    }
}

static void
check_folder (const char *folder,
              guint      *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) entries = g_dir_open (folder, 0, &error);

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (entries); name != NULL; name = g_dir_read_name (entries))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (path, n);
      else if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".ui"))
        check_text (path, n);
    }
}

static void
test_exist (void)
{
  static const char *const folders[] = { "src", "ui" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("CVN_SRCDIR"), folders[i], NULL);
      guint            n = 0;

      check_folder (folder, &n);
      g_assert_cmpuint (n, >, 10);
    }
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/icon-names/exist", test_exist);
  return g_test_run ();
}
