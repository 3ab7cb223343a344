/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-registers-page"

#include "cvn-kind-list-view.h"
#include "cvn-partners-page.h"
#include "cvn-register-list.h"
#include "cvn-register-page.h"
#include "cvn-registers-page.h"
#include "register-support.h"
#include "watchdog.h"

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

static CvnPage *
open_page (CvnRegisterFixture *f,
           GType               type,
           int                 area,
           int                 width,
           int                 height)
{
  CvnPage *page = g_object_new (type, "centre", f->centre, "area", area, NULL);

  cvn_register_fixture_show (f, GTK_WIDGET (page), width, height);
  cvn_page_activate (page);
  cvn_ui_assert_eventually (is_ready, page);
  cvn_ui_settle (f->window);
  return page;
}

static GtkWidget *
find_row (CvnPage    *page,
          const char *title)
{
  return cvn_ui_find_text (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, title);
}

static gboolean
shows_lists (gpointer page)
{
  return cvn_ui_find_id (page, "stack") != NULL && cvn_ui_count (page, CVN_TYPE_REGISTER_LIST) == 1;
}

static gboolean
is_narrowed (gpointer page)
{
  return find_row (page, "Events") == NULL && find_row (page, "Risks") != NULL;
}

static gboolean
is_nothing (gpointer page)
{
  return cvn_ui_find_text (page, ADW_TYPE_STATUS_PAGE, "No Results Found") != NULL;
}

/* Kinds with their counts; typing narrows them, Enter opens the first one, Back leads to them again. */
static void
test_kinds (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;
  GtkWidget         *row;
  gboolean           can_go_back;

  cvn_register_fixture_open (&f);
  page = open_page (&f, CVN_TYPE_REGISTERS_PAGE, -1, 970, 700);
  row = find_row (page, "Events");
  g_assert_nonnull (row);
  g_assert_nonnull (cvn_ui_find_text (row, GTK_TYPE_LABEL, "41"));
  cvn_register_fixture_picture (&f, "kinds-970");
  gtk_widget_grab_focus (row);
  cvn_ui_type ("risk");
  cvn_ui_assert_eventually (is_narrowed, page);
  cvn_ui_type ("qqq");
  cvn_ui_assert_eventually (is_nothing, page);
  for (guint i = 0; i < 3; i++)
    cvn_ui_key ("BackSpace");
  cvn_ui_assert_eventually (is_narrowed, page);
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (shows_lists, page);
  g_assert_cmpstr (cvn_page_get_title (page), ==, "Risks");
  g_object_get (page, "can-go-back", &can_go_back, NULL);
  g_assert_true (can_go_back);
  cvn_page_go_back (page);
  cvn_ui_settle (f.window);
  g_assert_null (cvn_page_get_title (page));
  g_assert_nonnull (find_row (page, "Risks"));
  cvn_register_fixture_close (&f);
}

static void
test_narrow (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open (&f);
  page = open_page (&f, CVN_TYPE_REGISTERS_PAGE, -1, 350, 560);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 350);
  cvn_register_fixture_picture (&f, "kinds-350");
  cvn_register_fixture_close (&f);
}

static gboolean
is_empty (gpointer page)
{
  return cvn_ui_find_text (page, ADW_TYPE_STATUS_PAGE, "No Events Yet") != NULL;
}

/* A list without records says so, and offers the first one. */
static void
test_empty_register (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open_empty (&f);
  page = open_page (&f, CVN_TYPE_REGISTER_PAGE, CVN_AREA_EVENTS, 970, 700);
  cvn_ui_assert_eventually (is_empty, page);
  g_assert_true (gtk_widget_is_sensitive (cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Add Event")));
  cvn_register_fixture_close (&f);
}

static gboolean
has_no_partners (gpointer page)
{
  return cvn_ui_find_text (page, ADW_TYPE_STATUS_PAGE, "No Partners Yet") != NULL;
}

static void
test_empty_partners (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open_empty (&f);
  page = open_page (&f, CVN_TYPE_PARTNERS_PAGE, CVN_AREA_PARTNERS, 970, 700);
  cvn_ui_assert_eventually (has_no_partners, page);
  cvn_register_fixture_picture (&f, "no-partners");
  cvn_register_fixture_close (&f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/registers-page/kinds", test_kinds);
  g_test_add_func ("/ui/registers-page/narrow", test_narrow);
  g_test_add_func ("/ui/registers-page/empty-register", test_empty_register);
  g_test_add_func ("/ui/registers-page/empty-partners", test_empty_partners);
  return cvn_watchdog_run_tests ();
}
