/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-roadmap-page"

#include "cvn-revisions-window.h"
#include "cvn-roadmap-page.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

/* The roadmap of the sample centre, in a window: services move, the matrix counts the rows. */

typedef struct
{
  CvnRegisterFixture sample;
  CvnRoadmapPage    *page;
  char              *id;
  CvnTiming          timing;
} Fixture;

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

static void
open_record_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
}

/* A card that leads nowhere would not take the keyboard. */
static void
add_window_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = { { "open-record", open_record_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/* @data: not NULL for an empty centre. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  if (data != NULL)
    cvn_register_fixture_open_empty (&f->sample);
  else
    cvn_register_fixture_open (&f->sample);
  f->page = g_object_new (CVN_TYPE_ROADMAP_PAGE, "centre", f->sample.centre, "area", CVN_AREA_ROADMAP, NULL);
  cvn_register_fixture_show (&f->sample, GTK_WIDGET (f->page), 1000, 720);
  add_window_actions (f->sample.window);
  cvn_page_activate (CVN_PAGE (f->page));
  cvn_ui_assert_eventually (is_ready, f->page);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gpointer weak = f->page;

  g_free (f->id);
  g_object_add_weak_pointer (G_OBJECT (f->page), &weak);
  cvn_register_fixture_close (&f->sample);
  g_assert_null (weak);
}

static const CvnRoadmapSheet *
get_sheet (Fixture *f)
{
  return cvn_roadmap_book_get_sheet (cvn_roadmap_page_get_book (f->page));
}

static gboolean
has_moved (gpointer data)
{
  Fixture          *f = data;
  const CvnService *service = cvn_roadmap_sheet_find (get_sheet (f), f->id);

  return service != NULL && service->timing == f->timing;
}

static GtkWidget *
find_named (GtkWidget  *root,
            const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0 && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* By keyboard, and the keyboard stays with it; undone, it is back. */
static void
test_moves_by_keyboard (Fixture      *f,
                        gconstpointer data)
{
  const CvnService *service = get_sheet (f)->services->pdata[0];
  CvnTiming         before = service->timing;
  GtkWidget        *card;

  f->id = g_strdup (cvn_record_get_id (service->item));
  card = find_named (GTK_WIDGET (f->page), f->id);
  g_assert_nonnull (card);
  gtk_widget_grab_focus (card);
  f->timing = before == CVN_TIMING_LATER ? CVN_TIMING_NEXT : (CvnTiming) (before + 1);
  gtk_widget_activate_action (GTK_WIDGET (cvn_roadmap_page_get_board (f->page)), "board.move", "(ii)", before == CVN_TIMING_LATER ? -1 : 1, 0);
  cvn_ui_assert_eventually (has_moved, f);
  cvn_ui_settle (f->sample.window);
  g_assert_cmpstr (gtk_widget_get_name (gtk_root_get_focus (GTK_ROOT (f->sample.window))), ==, f->id);
  f->timing = before;
  cvn_store_undo (cvn_centre_get_store (f->sample.centre), NULL);
  cvn_ui_assert_eventually (has_moved, f);
}

static guint
count_matrix (Fixture *f)
{
  guint n = 0;

  for (int likelihood = 1; likelihood <= 5; likelihood++)
    for (int impact = 1; impact <= 5; impact++)
      n += cvn_risk_matrix_count (cvn_roadmap_page_get_matrix (f->page), likelihood, impact);
  return n;
}

typedef struct
{
  Fixture *f;
  guint    wanted;
} Expected;

static gboolean
has_in_corner (gpointer data)
{
  Expected *expected = data;

  return cvn_risk_matrix_count (cvn_roadmap_page_get_matrix (expected->f->page), 5, 5) == expected->wanted;
}

/* Row 74: the matrix counts the rows of the register. */
static void
test_matrix_counts_risks (Fixture      *f,
                          gconstpointer data)
{
  GPtrArray  *risks = cvn_roadmap_book_get_records (cvn_roadmap_page_get_book (f->page), "risk");
  guint       live = 0;
  const char *id = NULL;
  Expected    expected = { f, 1 };

  for (guint i = 0; i < risks->len; i++)
    if (cvn_risk_is_live (cvn_record_get_text (risks->pdata[i], "status")))
      {
        live++;
        id = cvn_record_get_id (risks->pdata[i]);
      }
  g_assert_cmpuint (live, >, 0);
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "risks");
  g_assert_cmpuint (count_matrix (f), ==, live);
  f->id = g_strdup (id);
  g_assert_cmpuint (cvn_risk_matrix_count (cvn_roadmap_page_get_matrix (f->page), 5, 5), ==, 0);
  cvn_risk_matrix_move (cvn_roadmap_page_get_matrix (f->page), f->id, 4, 4);
  cvn_ui_assert_eventually (has_in_corner, &expected);
  g_assert_cmpuint (count_matrix (f), ==, live);
}

static void
test_lists_show (Fixture      *f,
                 gconstpointer data)
{
  static const char *const tabs[] = { "milestones", "indicators", "steps", "surroundings" };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), tabs[i]);
      cvn_ui_settle (f->sample.window);
    }
  g_assert_cmpuint (cvn_ui_count (GTK_WIDGET (f->page), ADW_TYPE_ACTION_ROW), >, 20);
}

typedef struct
{
  GtkWidget  *window;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown     *shown = data;
  GtkWidget *label = cvn_ui_find_text (shown->window, GTK_TYPE_LABEL, shown->text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Kept under a name by keyboard; what is moved afterwards is told; a file that is only read offers nothing that changes it. */
static void
test_keeps_revisions (Fixture      *f,
                      gconstpointer data)
{
  const CvnService *service = get_sheet (f)->services->pdata[0];
  gboolean          last = service->timing == CVN_N_TIMINGS - 1;
  Shown             shown = { NULL, "Nothing has changed since then." };
  GtkWidget        *row;

  f->id = g_strdup (cvn_record_get_id (service->item));
  shown.window = cvn_revisions_window_new (cvn_roadmap_page_get_book (f->page));
  gtk_window_present (GTK_WINDOW (shown.window));
  cvn_ui_settle (shown.window);
  g_assert_nonnull (cvn_ui_find_text (shown.window, GTK_TYPE_LABEL, "No revision was kept yet. Keep the roadmap as it is now under a name; later you see here what has changed since."));
  row = gtk_widget_get_ancestor (cvn_ui_find_text (shown.window, GTK_TYPE_LABEL, "Name of the new revision"), ADW_TYPE_ENTRY_ROW);
  gtk_widget_grab_focus (row);
  cvn_ui_type ("Spring");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_shown, &shown);
  cvn_roadmap_board_move (cvn_roadmap_page_get_board (f->page), f->id, last ? -1 : 1, 0);
  shown.text = "1 service has changed since then:";
  cvn_ui_assert_eventually (is_shown, &shown);
  g_assert_true (gtk_widget_get_mapped (row));
  cvn_centre_set_looking (f->sample.centre, TRUE);
  g_assert_true (cvn_centre_is_read_only (f->sample.centre));
  g_assert_false (gtk_widget_get_mapped (row));
  gtk_window_destroy (GTK_WINDOW (shown.window));
  cvn_ui_drain ();
}

static gboolean
shows_text (gpointer data)
{
  Shown *shown = data;

  return cvn_ui_find_text (shown->window, GTK_TYPE_LABEL, shown->text) != NULL;
}

static guint
count_tips (GtkWidget  *root,
            const char *tip)
{
  guint n = gtk_widget_get_mapped (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tip) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_tips (child, tip);
  return n;
}

/* Who only looks has no pencil for the axes and no button that adds a signal, a network or a document. */
static void
test_looks_only (Fixture      *f,
                 gconstpointer data)
{
  static const char *const tips[] = { "Add Signal", "Add Network", "Add Document" };
  Shown                    shown = { GTK_WIDGET (f->page), "Signals" };

  g_assert_cmpuint (count_tips (GTK_WIDGET (f->page), "Change the Axes"), ==, 1);
  g_assert_cmpuint (count_tips (GTK_WIDGET (f->page), "Revisions of the Roadmap"), ==, 1);
  cvn_centre_set_looking (f->sample.centre, TRUE);
  cvn_ui_settle (f->sample.window);
  g_assert_cmpuint (count_tips (GTK_WIDGET (f->page), "Change the Axes"), ==, 0);
  g_assert_cmpuint (count_tips (GTK_WIDGET (f->page), "Revisions of the Roadmap"), ==, 1);
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "surroundings");
  cvn_ui_assert_eventually (shows_text, &shown);
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    g_assert_cmpuint (count_tips (GTK_WIDGET (f->page), tips[i]), ==, 0);
  cvn_centre_set_looking (f->sample.centre, FALSE);
  cvn_ui_settle (f->sample.window);
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    g_assert_cmpuint (count_tips (GTK_WIDGET (f->page), tips[i]), ==, 1);
}

/* Where there is nothing yet, each part says so: lists in the middle of the page, as others do, and sections in a line of their own. */
static void
test_empty (Fixture      *f,
            gconstpointer data)
{
  static const struct
  {
    const char *tab;
    const char *title;
  } lists[] = {
    { "milestones", "No Milestones Yet" },
    { "indicators", "No Indicators Yet" },
    { "steps", "No Steps Yet" },
  };
  static const char *const lines[] = { "No signal was heard yet.", "No network yet.", "No document yet." };
  Shown                    shown = { GTK_WIDGET (f->page), "Signals" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkWidget *status;

      cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), lists[i].tab);
      cvn_ui_settle (f->sample.window);
      status = cvn_ui_find_text (GTK_WIDGET (f->page), ADW_TYPE_STATUS_PAGE, lists[i].title);
      g_assert_nonnull (status);
      g_assert_cmpint (gtk_widget_get_height (status), >, gtk_widget_get_height (GTK_WIDGET (f->page)) * 3 / 4);
    }
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "surroundings");
  cvn_ui_assert_eventually (shows_text, &shown);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (f->page), ADW_TYPE_ACTION_ROW, lines[i]));
}

int
main (int    argc,
      char **argv)
{
  cvn_ui_init (&argc, &argv);
  g_test_add ("/ui/roadmap-page/moves-by-keyboard", Fixture, NULL, set_up, test_moves_by_keyboard, tear_down);
  g_test_add ("/ui/roadmap-page/matrix-counts-risks", Fixture, NULL, set_up, test_matrix_counts_risks, tear_down);
  g_test_add ("/ui/roadmap-page/lists-show", Fixture, NULL, set_up, test_lists_show, tear_down);
  g_test_add ("/ui/roadmap-page/keeps-revisions", Fixture, NULL, set_up, test_keeps_revisions, tear_down);
  g_test_add ("/ui/roadmap-page/empty", Fixture, "empty", set_up, test_empty, tear_down);
  g_test_add ("/ui/roadmap-page/looks-only", Fixture, NULL, set_up, test_looks_only, tear_down);
  return cvn_watchdog_run_tests ();
}
