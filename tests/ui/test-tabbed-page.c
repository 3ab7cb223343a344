/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-tabbed-page"

#include "cvn-tabbed-page.h"
#include "register-support.h"
#include "watchdog.h"

/* A page of two tabs, the second with something that can slide in; the registers are those of the programmes. */

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, CvnTabbedPage)

struct _TestPage
{
  CvnTabbedPage parent_instance;

  gboolean detail;
  guint    n_made[2]; /* how often each tab was made */
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, CVN_TYPE_TABBED_PAGE)

static const CvnTab tabs[] = {
  { "one", "One", "view-grid-symbolic", "programme" },
  { "two", "Two", "view-grid-symbolic", NULL },
};

static GtkWidget *
test_page_make_tab (CvnTabbedPage *page,
                    guint          tab)
{
  TEST_PAGE (page)->n_made[tab]++;
  return gtk_label_new (tabs[tab].title);
}

static gboolean
test_page_shows_detail (CvnTabbedPage *page)
{
  return TEST_PAGE (page)->detail;
}

static void
test_page_close_detail (CvnTabbedPage *page)
{
  TEST_PAGE (page)->detail = FALSE;
  cvn_tabbed_page_update (page);
}

static void
test_page_class_init (TestPageClass *klass)
{
  CvnTabbedPageClass *tabbed_class = CVN_TABBED_PAGE_CLASS (klass);

  tabbed_class->tabs = tabs;
  tabbed_class->n_tabs = G_N_ELEMENTS (tabs);
  tabbed_class->area = CVN_AREA_PROGRAMMES;
  tabbed_class->detail_covers_tabs = TRUE;
  tabbed_class->make_tab = test_page_make_tab;
  tabbed_class->shows_detail = test_page_shows_detail;
  tabbed_class->close_detail = test_page_close_detail;
  cvn_tabbed_page_class_install_actions (tabbed_class, "test");
}

static void
test_page_init (TestPage *self)
{
}

typedef struct
{
  CvnRegisterFixture sample;
  TestPage          *page;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  cvn_register_fixture_open (&f->sample);
  f->page = g_object_new (TEST_TYPE_PAGE, "centre", f->sample.centre, NULL);
  cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->page), 1000, 700);
  cvn_page_activate (CVN_PAGE (f->page));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->page;

  g_object_add_weak_pointer (G_OBJECT (f->page), &weak);
  cvn_register_fixture_close (&f->sample);
  g_assert_null (weak);
}

static gboolean
get_flag (Fixture    *f,
          const char *name)
{
  gboolean flag;

  g_object_get (f->page, name, &flag, NULL);
  return flag;
}

static void
assert_tab (Fixture    *f,
            const char *name)
{
  g_assert_cmpstr (cvn_tabbed_page_get_tab (CVN_TABBED_PAGE (f->page)), ==, name);
}

static gboolean
is_in_search (gpointer data)
{
  Fixture   *f = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->sample.window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* A tab without a search of its own is searched in the list of its kind, from where one comes back to it. */
static void
test_finds (Fixture      *f,
            gconstpointer data)
{
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "one");
  cvn_ui_settle (f->sample.window);
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_assert_eventually (is_in_search, f);
  assert_tab (f, CVN_TABBED_PAGE_REGISTERS);
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (f->page), GTK_TYPE_LABEL, "Programmes"));
  cvn_page_go_back (CVN_PAGE (f->page));
  assert_tab (f, "one");
  /* One that shows no kind leads to the lists of the area, and what slid in is not left. */
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "two");
  cvn_ui_settle (f->sample.window);
  f->page->detail = TRUE;
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_settle (f->sample.window);
  assert_tab (f, "two");
  f->page->detail = FALSE;
  cvn_ui_key ("ctrl+shift+f");
  cvn_ui_assert_eventually (is_in_search, f);
  assert_tab (f, CVN_TABBED_PAGE_REGISTERS);
}

/* A form that was opened from a tab leads back to it, and the lists themselves to nowhere. */
static void
test_goes_back (Fixture      *f,
                gconstpointer data)
{
  CvnTabbedPage *page = CVN_TABBED_PAGE (f->page);

  assert_tab (f, "one");
  g_assert_true (get_flag (f, "can-add"));
  g_assert_false (get_flag (f, "can-go-back"));
  cvn_tabbed_page_show_tab (page, "two");
  g_assert_false (get_flag (f, "can-add"));
  gtk_widget_activate_action (GTK_WIDGET (page), "test.add", "s", "programme");
  assert_tab (f, CVN_TABBED_PAGE_REGISTERS);
  g_assert_true (get_flag (f, "can-go-back"));
  cvn_page_go_back (CVN_PAGE (page));
  assert_tab (f, "two");
  g_assert_false (get_flag (f, "can-go-back"));
  cvn_tabbed_page_show_tab (page, CVN_TABBED_PAGE_REGISTERS);
  g_assert_false (get_flag (f, "can-go-back"));
}

static gboolean
shows_text (Fixture    *f,
            const char *text)
{
  GtkWidget *label = cvn_ui_find_text (GTK_WIDGET (f->page), GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_child_visible (label) && gtk_widget_is_visible (label);
}

/* A tab is made once, when it is first shown, and is there again when one comes back. */
static void
test_makes_when_shown (Fixture      *f,
                       gconstpointer data)
{
  CvnTabbedPage *page = CVN_TABBED_PAGE (f->page);

  g_assert_cmpuint (f->page->n_made[0], ==, 1);
  g_assert_cmpuint (f->page->n_made[1], ==, 0);
  cvn_tabbed_page_show_tab (page, "two");
  g_assert_cmpuint (f->page->n_made[1], ==, 1);
  cvn_tabbed_page_show_tab (page, CVN_TABBED_PAGE_REGISTERS);
  cvn_tabbed_page_show_tab (page, "one");
  g_assert_true (shows_text (f, "One"));
  cvn_tabbed_page_show_tab (page, "two");
  g_assert_true (shows_text (f, "Two"));
  g_assert_cmpuint (f->page->n_made[0], ==, 1);
  g_assert_cmpuint (f->page->n_made[1], ==, 1);
}

/* What leads to a tab of a page that was never opened makes that tab and no other. */
static void
test_opens_straight (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (TestPage) page = g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, "centre", f->sample.centre, NULL));

  g_assert_cmpuint (page->n_made[0] + page->n_made[1], ==, 0);
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (page), "two");
  cvn_page_activate (CVN_PAGE (page));
  g_assert_cmpuint (page->n_made[0], ==, 0);
  g_assert_cmpuint (page->n_made[1], ==, 1);
  cvn_tabbed_page_need_tab (CVN_TABBED_PAGE (page), 0);
  g_assert_cmpuint (page->n_made[0], ==, 1);
  g_assert_cmpstr (cvn_tabbed_page_get_tab (CVN_TABBED_PAGE (page)), ==, "two");
}

/* Add makes what the tab is about, and on the lists what they list. */
static void
test_adds (Fixture      *f,
           gconstpointer data)
{
  cvn_page_add (CVN_PAGE (f->page));
  assert_tab (f, CVN_TABBED_PAGE_REGISTERS);
  g_assert_true (get_flag (f, "can-add"));
  g_assert_false (cvn_page_open_record (CVN_PAGE (f->page), "party", "01ARZ3NDEKTSV4RRFFQ69G5FAV"));
}

/* What slid in is closed first, and does not stay over another tab. */
static void
test_detail (Fixture      *f,
             gconstpointer data)
{
  CvnTabbedPage *page = CVN_TABBED_PAGE (f->page);

  f->page->detail = TRUE;
  cvn_tabbed_page_update (page);
  g_assert_true (get_flag (f, "can-go-back"));
  cvn_page_go_back (CVN_PAGE (page));
  g_assert_false (f->page->detail);
  g_assert_false (get_flag (f, "can-go-back"));
  f->page->detail = TRUE;
  cvn_tabbed_page_update (page);
  cvn_tabbed_page_show_tab (page, "two");
  g_assert_false (f->page->detail);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The list of tabs of a narrow window says which tab is shown, and shows the one that is picked. */
static void
test_picks (Fixture      *f,
            gconstpointer data)
{
  GtkDropDown *picker = GTK_DROP_DOWN (find (GTK_WIDGET (f->page), GTK_TYPE_DROP_DOWN));

  gtk_drop_down_set_selected (picker, 1);
  assert_tab (f, "two");
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "one");
  g_assert_cmpuint (gtk_drop_down_get_selected (picker), ==, 0);
}

/* Whether a label that can be seen below @root has not the width of its words. */
static gboolean
has_cut_words (GtkWidget *root)
{
  int natural;

  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root))
    {
      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (root)), &natural, NULL);
      return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (root))) || natural > gtk_widget_get_width (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_cut_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
shows_picker (gpointer data)
{
  return gtk_widget_get_mapped (find (data, GTK_TYPE_DROP_DOWN));
}

/* No tab's words are cut off, however narrow the bar: where they do not fit there is the list to pick from. */
static void
test_keeps_words (Fixture      *f,
                  gconstpointer data)
{
  GtkWidget *bar = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (f->page)));

  g_assert_false (shows_picker (f->page));
  g_assert_false (has_cut_words (bar));
  for (int width = 500; width >= 140; width -= 40)
    {
      cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->page), width, 500);
      g_assert_false (has_cut_words (bar));
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->page)), <, 200);
  cvn_ui_assert_eventually (shows_picker, f->page);
  g_assert_false (has_cut_words (bar));
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/tabbed-page/goes-back", Fixture, NULL, set_up, test_goes_back, tear_down);
  g_test_add ("/ui/tabbed-page/finds", Fixture, NULL, set_up, test_finds, tear_down);
  g_test_add ("/ui/tabbed-page/makes-when-shown", Fixture, NULL, set_up, test_makes_when_shown, tear_down);
  g_test_add ("/ui/tabbed-page/opens-straight", Fixture, NULL, set_up, test_opens_straight, tear_down);
  g_test_add ("/ui/tabbed-page/adds", Fixture, NULL, set_up, test_adds, tear_down);
  g_test_add ("/ui/tabbed-page/detail", Fixture, NULL, set_up, test_detail, tear_down);
  g_test_add ("/ui/tabbed-page/picks", Fixture, NULL, set_up, test_picks, tear_down);
  g_test_add ("/ui/tabbed-page/keeps-words", Fixture, NULL, set_up, test_keeps_words, tear_down);
  return cvn_watchdog_run_tests ();
}
