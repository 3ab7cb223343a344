/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-renewal-view"

#include "cvn-cockpit-party.h"
#include "cvn-convenant-page.h"
#include "cvn-decision-popover.h"
#include "cvn-grid-list.h"
#include "cvn-invite-popover.h"
#include "cvn-parties-view.h"
#include "cvn-renewal-view.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

/* An agreement that ends, the one that follows it, and who may change either: as a person does it, by keyboard. */

typedef struct
{
  CvnRegisterFixture fixture;
  CvnPage           *page;
  GtkWidget         *renewal;
  CvnCockpit        *cockpit;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static gboolean
is_sample_day (gpointer centre)
{
  return g_str_equal (cvn_centre_get_today (centre), "2020-12-31");
}

static gboolean
is_loaded (gpointer data)
{
  Fixture *f = data;

  return cvn_cockpit_is_loaded (f->cockpit) && cvn_cockpit_count (f->cockpit, CVN_RUNG_SIGNED) == 10;
}

static void
show_renewal (Fixture *f)
{
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f->page), "renewal");
  f->renewal = find_type (GTK_WIDGET (f->page), CVN_TYPE_RENEWAL_VIEW);
  cvn_ui_settle (GTK_WIDGET (f->page));
}

static void
take_picture (Fixture    *f,
              const char *name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "convenant", NULL);
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0755);
  cvn_ui_settle (f->fixture.window);
  g_assert_true (cvn_ui_screenshot (f->fixture.window, path));
}

static void
open_page (Fixture *f,
           int      width,
           int      height)
{
  cvn_register_fixture_open (&f->fixture);
  cvn_ui_assert_eventually (is_sample_day, f->fixture.centre);
  cvn_centre_set_today (f->fixture.centre, "2020-11-22");
  cvn_centre_set_year (f->fixture.centre, 2020);
  f->page = g_object_new (CVN_TYPE_CONVENANT_PAGE, "centre", f->fixture.centre, "area", CVN_AREA_CONVENANT, NULL);
  cvn_register_fixture_show (&f->fixture, GTK_WIDGET (f->page), width, height);
  cvn_ui_assert_eventually (is_active, f->fixture.window);
  cvn_page_activate (f->page);
  f->cockpit = cvn_parties_view_get_cockpit (CVN_PARTIES_VIEW (find_type (GTK_WIDGET (f->page), CVN_TYPE_PARTIES_VIEW)));
  cvn_ui_assert_eventually (is_loaded, f);
  cvn_ui_settle (GTK_WIDGET (f->page));
}

/* The entry below a title. */
static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, title);
  return found;
}

static GtkWidget *
find_button (Fixture *f)
{
  return cvn_ui_find_text (f->renewal, GTK_TYPE_BUTTON, "_Renew Agreement");
}

static void
fill_in (Fixture    *f,
         const char *title,
         const char *text)
{
  GtkWidget *entry = find_entry (f->renewal, title);

  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  cvn_ui_key ("Return");
}

typedef struct
{
  Fixture    *f;
  const char *title;
  const char *sentence;
} Refusal;

static gboolean
is_refused (gpointer data)
{
  Refusal *refusal = data;

  return cvn_ui_find_text (refusal->f->renewal, GTK_TYPE_LABEL, refusal->sentence) != NULL &&
         !gtk_widget_get_sensitive (find_button (refusal->f)) &&
         (refusal->title == NULL || gtk_widget_has_css_class (find_entry (refusal->f->renewal, refusal->title), "error"));
}

static gboolean
is_possible (gpointer data)
{
  GtkWidget *button = find_button (data);

  return button != NULL && gtk_widget_get_sensitive (button);
}

static gboolean
is_no_date (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_has_css_class (find_entry (f->renewal, "From"), "error") && !is_possible (f);
}

static gboolean
has_gap (gpointer data)
{
  Fixture *f = data;

  return cvn_ui_find_text (f->renewal, GTK_TYPE_LABEL, "There are 2 days between the agreement that it extends and this one") != NULL;
}

/* Wrong dates are refused at their row with a sentence; what else is filled in stays. */
static void
test_refused (void)
{
  static const struct
  {
    const char *title;
    const char *wrong;
    const char *right;
    const char *marked;
    const char *sentence;
  } cases[] = {
    { "From", "31 December 2020", "1 January 2021", NULL, "It begins 1 day before the agreement that it extends has ended" },
    { "Until", "31 December 2020", "31 December 2024", "Until", "The end must not lie before the beginning." },
    { "Notice before", "1 January 2030", "30 June 2024", "Until", "The notice date lies after the agreement ends." },
  };
  Fixture f = { .page = NULL };

  open_page (&f, 970, 680);
  show_renewal (&f);
  cvn_ui_assert_eventually (is_possible, &f);
  fill_in (&f, "Title (English)", "The next covenant");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Refusal refusal = { &f, cases[i].marked, cases[i].sentence };

      g_test_message ("%s", cases[i].sentence);
      fill_in (&f, cases[i].title, cases[i].wrong);
      cvn_ui_assert_eventually (is_refused, &refusal);
      fill_in (&f, cases[i].title, cases[i].right);
      cvn_ui_assert_eventually (is_possible, &f);
    }
  fill_in (&f, "From", "next spring");
  cvn_ui_assert_eventually (is_no_date, &f);
  take_picture (&f, "renewal-refused");
  fill_in (&f, "From", "3 January 2021");
  cvn_ui_assert_eventually (is_possible, &f);
  cvn_ui_assert_eventually (has_gap, &f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (f.renewal, "Title (English)"))), ==, "The next covenant");
  cvn_register_fixture_close (&f.fixture);
}

static gboolean
shows_successor (gpointer data)
{
  Fixture *f = data;

  return cvn_cockpit_get_parties (f->cockpit)->len == 10 && cvn_cockpit_count (f->cockpit, CVN_RUNG_SIGNED) == 0 &&
         cvn_cockpit_party_get_state (g_ptr_array_index (cvn_cockpit_get_parties (f->cockpit), 0)) == CVN_LADDER_INVITED;
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_centre_finish (CVN_CENTRE (source), result, &error), >, 0);
  g_assert_no_error (error);
}

static gboolean
has_renewal (gpointer data)
{
  Fixture *f = data;

  f->renewal = find_type (GTK_WIDGET (f->page), CVN_TYPE_RENEWAL_VIEW);
  return f->renewal != NULL;
}

/* The button of the cockpit, the button of the renewal: the successor is shown with its parties invited; one undo takes it back. */
static void
test_renewed (void)
{
  Fixture    f = { .page = NULL };
  GtkWidget *button;

  open_page (&f, 970, 680);
  button = cvn_ui_find_text (GTK_WIDGET (f.page), GTK_TYPE_BUTTON, "_Renew…");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_grab_focus (button));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (has_renewal, &f);
  cvn_ui_assert_eventually (is_possible, &f);
  cvn_ui_settle (GTK_WIDGET (f.page));
  take_picture (&f, "renewal");
  g_assert_nonnull (cvn_ui_find_text (f.renewal, GTK_TYPE_LABEL, "10 parties are invited"));
  g_assert_nonnull (cvn_ui_find_text (f.renewal, GTK_TYPE_LABEL, "5 contribution rules are taken over"));
  g_assert_true (gtk_widget_grab_focus (find_button (&f)));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (shows_successor, &f);
  cvn_ui_settle (GTK_WIDGET (f.page));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (f.page), GTK_TYPE_LABEL, "Extension of the covenant Expat Centre Leiden (2021–2022)"));
  take_picture (&f, "renewed");
  cvn_centre_undo_async (f.fixture.centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (is_loaded, &f);
  cvn_ui_settle (GTK_WIDGET (f.page));
  cvn_register_fixture_close (&f.fixture);
}

static gboolean
is_in_popover (gpointer page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
shows_board (gpointer data)
{
  Fixture *f = data;

  return cvn_ui_find_text (f->renewal, GTK_TYPE_LABEL, "Only to Look At") != NULL;
}

static void
refused_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  gboolean *refused = data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cvn_centre_finish (CVN_CENTRE (source), result, &error), ==, -1);
  g_assert_nonnull (error);
  *refused = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* A board member sees the history, and nothing to change it with; what is asked to be written is refused. */
static void
test_board (void)
{
  Fixture      f = { .page = NULL };
  GtkWidget   *view;
  GtkWidget   *popover;
  CvnGridList *list;
  gboolean     refused = FALSE;

  open_page (&f, 970, 680);
  show_renewal (&f);
  cvn_ui_assert_eventually (is_possible, &f);
  cvn_centre_set_looking (f.fixture.centre, TRUE);
  cvn_ui_assert_eventually (shows_board, &f);
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (f.page), "parties");
  cvn_ui_settle (GTK_WIDGET (f.page));
  g_assert_null (cvn_ui_find_text (GTK_WIDGET (f.page), GTK_TYPE_BUTTON, "_Renew…"));
  view = find_type (GTK_WIDGET (f.page), CVN_TYPE_PARTIES_VIEW);
  g_assert_false (cvn_parties_view_invite (CVN_PARTIES_VIEW (view)));
  list = CVN_GRID_LIST (find_type (view, CVN_TYPE_GRID_LIST));
  g_assert_true (gtk_widget_grab_focus (cvn_grid_list_find (list, cvn_cockpit_party_get_id (g_ptr_array_index (cvn_cockpit_get_parties (f.cockpit), 0)))));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_in_popover, f.page);
  cvn_ui_settle (GTK_WIDGET (f.page));
  popover = find_type (view, CVN_TYPE_DECISION_POPOVER);
  g_assert_nonnull (cvn_ui_find_text (popover, GTK_TYPE_LABEL, "Approved"));
  g_assert_false (gtk_widget_get_mapped (find_type (popover, ADW_TYPE_ENTRY_ROW)));
  take_picture (&f, "board");
  cvn_ui_key ("Escape");
  cvn_centre_undo_async (f.fixture.centre, NULL, refused_cb, &refused);
  cvn_ui_assert_eventually (is_true, &refused);
  cvn_register_fixture_close (&f.fixture);
}

typedef struct
{
  Fixture       *f;
  const char    *name;
  CvnLadderState state;
} Wanted;

static CvnCockpitParty *
find_party (Fixture    *f,
            const char *name)
{
  GPtrArray *parties = cvn_cockpit_get_parties (f->cockpit);

  for (guint i = 0; i < parties->len; i++)
    if (strstr (cvn_cockpit_party_get_name (g_ptr_array_index (parties, i)), name) != NULL)
      return g_ptr_array_index (parties, i);
  return NULL;
}

static gboolean
has_state (gpointer data)
{
  Wanted          *wanted = data;
  CvnCockpitParty *party = find_party (wanted->f, wanted->name);

  return party != NULL && cvn_cockpit_party_get_state (party) == wanted->state;
}

static gboolean
has_document (gpointer data)
{
  Wanted *wanted = data;

  return has_state (data) && !cvn_cockpit_party_lacks_document (find_party (wanted->f, wanted->name));
}

static gboolean
is_closed (gpointer data)
{
  Fixture *f = data;

  return !is_in_popover (f->page);
}

static void
decide (Fixture    *f,
        const char *name,
        const char *document)
{
  GtkWidget *view = find_type (GTK_WIDGET (f->page), CVN_TYPE_PARTIES_VIEW);
  GtkWidget *popover;

  cvn_ui_assert_eventually (is_closed, f);
  cvn_ui_settle (GTK_WIDGET (f->page));
  g_assert_true (gtk_widget_grab_focus (cvn_grid_list_find (CVN_GRID_LIST (find_type (view, CVN_TYPE_GRID_LIST)), cvn_cockpit_party_get_id (find_party (f, name)))));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_in_popover, f->page);
  cvn_ui_settle (GTK_WIDGET (f->page));
  popover = find_type (view, CVN_TYPE_DECISION_POPOVER);
  g_assert_true (gtk_widget_grab_focus (find_entry (popover, "Document")));
  cvn_ui_type (document);
  cvn_ui_key ("Return");
}

/* Ctrl+N, some letters, Enter: a partner is invited; then up to its signature with a document, and the text of one that signed long ago. */
static void
test_invited (void)
{
  Fixture f = { .page = NULL };
  Wanted  invited = { &f, "InnovationQuarter", CVN_LADDER_INVITED };
  Wanted  pledged = { &f, "InnovationQuarter", CVN_LADDER_PLEDGED };
  Wanted  approved = { &f, "InnovationQuarter", CVN_LADDER_APPROVED };
  Wanted  has_signed = { &f, "InnovationQuarter", CVN_LADDER_SIGNED };
  Wanted  katwijk = { &f, "Katwijk", CVN_LADDER_SIGNED };

  open_page (&f, 970, 680);
  cvn_page_add (f.page);
  cvn_ui_assert_eventually (is_in_popover, f.page);
  cvn_ui_settle (GTK_WIDGET (f.page));
  take_picture (&f, "invite");
  cvn_ui_type ("InnovationQuarter");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (has_state, &invited);
  decide (&f, "InnovationQuarter", "letter 1");
  cvn_ui_assert_eventually (has_state, &pledged);
  decide (&f, "InnovationQuarter", "letter 2");
  cvn_ui_assert_eventually (has_state, &approved);
  decide (&f, "InnovationQuarter", "signed copy");
  cvn_ui_assert_eventually (has_state, &has_signed);
  g_assert_cmpstr (cvn_cockpit_party_get_document (find_party (&f, "InnovationQuarter")), ==, "signed copy");
  g_assert_true (cvn_cockpit_party_lacks_document (find_party (&f, "Katwijk")));
  decide (&f, "Katwijk", "archive 2019/7");
  cvn_ui_assert_eventually (has_document, &katwijk);
  cvn_ui_assert_eventually (is_closed, &f);
  cvn_ui_settle (GTK_WIDGET (f.page));
  take_picture (&f, "documents");
  cvn_register_fixture_close (&f.fixture);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/renewal-view/refused", test_refused);
  g_test_add_func ("/ui/renewal-view/renewed", test_renewed);
  g_test_add_func ("/ui/renewal-view/board", test_board);
  g_test_add_func ("/ui/renewal-view/invited", test_invited);
  return cvn_watchdog_run_tests ();
}
