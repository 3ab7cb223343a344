/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-convenant-page"

#include "cvn-cockpit-party.h"
#include "cvn-convenant-page.h"
#include "cvn-decision-popover.h"
#include "cvn-grid-list.h"
#include "cvn-parties-view.h"
#include "cvn-record-form.h"
#include "cvn-share-text.h"
#include "register-support.h"
#include "watchdog.h"

#include <string.h>

/* The page of the covenant, used as a person does: with the sample centre, by keyboard. */

static gboolean
is_ready (gpointer page)
{
  return cvn_page_is_ready (page);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

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
is_sample_day (gpointer centre)
{
  return g_str_equal (cvn_centre_get_today (centre), "2020-12-31");
}

static CvnCockpit *
get_cockpit (CvnPage *page)
{
  return cvn_parties_view_get_cockpit (CVN_PARTIES_VIEW (find_type (GTK_WIDGET (page), CVN_TYPE_PARTIES_VIEW)));
}

static gboolean
is_before_signing (gpointer page)
{
  return cvn_cockpit_get_agreement (get_cockpit (page)) != NULL && cvn_cockpit_count (get_cockpit (page), CVN_RUNG_SIGNED) == 0;
}

static gboolean
is_signed (gpointer page)
{
  return cvn_cockpit_count (get_cockpit (page), CVN_RUNG_SIGNED) == 10;
}

static CvnPage *
open_page (CvnRegisterFixture *f,
           int                 width,
           int                 height,
           const char         *today)
{
  GtkWidget *page;

  cvn_register_fixture_open (f);
  cvn_ui_assert_eventually (is_sample_day, f->centre);
  cvn_centre_set_year (f->centre, 2020);
  page = g_object_new (CVN_TYPE_CONVENANT_PAGE, "centre", f->centre, "area", CVN_AREA_CONVENANT, NULL);
  cvn_register_fixture_show (f, page, width, height);
  cvn_ui_assert_eventually (is_active, f->window);
  cvn_page_activate (CVN_PAGE (page));
  cvn_ui_assert_eventually (is_ready, page);
  cvn_ui_assert_eventually (is_signed, page);
  if (today != NULL)
    {
      cvn_centre_set_today (f->centre, today);
      cvn_ui_assert_eventually (is_before_signing, page);
    }
  cvn_ui_settle (page);
  return CVN_PAGE (page);
}

static void
take_picture (CvnRegisterFixture *f,
              const char         *name)
{
  const char      *language = g_getenv ("LANGUAGE");
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "convenant", NULL);
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, language != NULL ? language : "en");
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0755);
  cvn_ui_settle (f->window);
  g_assert_true (cvn_ui_screenshot (f->window, path));
}

static CvnGridList *
get_list (CvnPage *page)
{
  return CVN_GRID_LIST (find_type (GTK_WIDGET (page), CVN_TYPE_GRID_LIST));
}

/* The party whose name begins so, by its row. */
static CvnCockpitParty *
find_party (CvnPage    *page,
            const char *name)
{
  GPtrArray *parties = cvn_cockpit_get_parties (get_cockpit (page));

  for (guint i = 0; i < parties->len; i++)
    if (strstr (cvn_cockpit_party_get_name (g_ptr_array_index (parties, i)), name) != NULL)
      return g_ptr_array_index (parties, i);
  g_error ("no party %s", name);
  return NULL;
}

static void
focus_party (CvnPage    *page,
             const char *name)
{
  GtkWidget *row = cvn_grid_list_find (get_list (page), cvn_cockpit_party_get_id (find_party (page, name)));

  g_assert_true (gtk_widget_grab_focus (row));
}

/* All ten have signed; the rows say so to who cannot see them. */
static void
test_sample (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 680, NULL);
  GtkWidget         *row = cvn_grid_list_find (get_list (page), cvn_cockpit_party_get_id (find_party (page, "Katwijk")));

  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "Complete: all 10 parties have signed"));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "€218,400.00"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Municipality of Katwijk: Signed on 28 May 2019, €29,624.79 this year, paid. Next step: Add the signed text");
  take_picture (&f, "parties");
  cvn_register_fixture_close (&f);
}

typedef struct
{
  CvnPage       *page;
  const char    *name;
  CvnLadderState state;
} Wanted;

static gboolean
has_state (gpointer data)
{
  const Wanted *wanted = data;

  return cvn_cockpit_party_get_state (find_party (wanted->page, wanted->name)) == wanted->state;
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
is_in_popover (gpointer page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static void
undo_until (CvnRegisterFixture *f,
            Wanted             *wanted)
{
  cvn_centre_undo_async (f->centre, NULL, undone_cb, NULL);
  cvn_ui_assert_eventually (has_state, wanted);
  cvn_ui_settle (GTK_WIDGET (wanted->page));
}

/* Enter on a party, Space on the first state, Enter: one step. Then on by Ctrl+Right, and both steps back. */
static void
test_decide (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 680, NULL);
  Wanted             has_left = { page, "Katwijk", CVN_LADDER_WITHDRAWN };
  Wanted             is_invited = { page, "Katwijk", CVN_LADDER_INVITED };
  Wanted             has_signed = { page, "Katwijk", CVN_LADDER_SIGNED };
  GtkWidget         *popover;

  focus_party (page, "Katwijk");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_in_popover, page);
  cvn_ui_settle (GTK_WIDGET (page));
  popover = find_type (GTK_WIDGET (page), CVN_TYPE_DECISION_POPOVER);
  g_assert_nonnull (cvn_ui_find_text (popover, GTK_TYPE_CHECK_BUTTON, "Ended"));
  g_assert_null (cvn_ui_find_text (popover, GTK_TYPE_CHECK_BUTTON, "Pledged"));
  /* Who has signed has no next step: what is chosen beforehand is the text that is missing. */
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_type (popover, GTK_TYPE_CHECK_BUTTON))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (cvn_ui_find_text (popover, GTK_TYPE_CHECK_BUTTON, "Signed: add its document"))));
  g_assert_true (gtk_widget_grab_focus (find_type (popover, GTK_TYPE_CHECK_BUTTON)));
  cvn_ui_key ("space");
  cvn_ui_settle (GTK_WIDGET (page));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_type (popover, GTK_TYPE_CHECK_BUTTON))));
  g_assert_true (gtk_widget_grab_focus (find_type (popover, ADW_TYPE_ENTRY_ROW)));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (has_state, &has_left);
  cvn_ui_settle (GTK_WIDGET (page));
  g_assert_cmpint (cvn_cockpit_get_sum (get_cockpit (page), "at_risk"), ==, 2962479);
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "9 of 10 have signed"));
  take_picture (&f, "withdrawn");
  focus_party (page, "Katwijk");
  cvn_ui_key ("ctrl+Right");
  cvn_ui_assert_eventually (has_state, &is_invited);
  undo_until (&f, &has_left);
  undo_until (&f, &has_signed);
  g_assert_cmpint (cvn_cockpit_get_sum (get_cockpit (page), "at_risk"), ==, 0);
  cvn_register_fixture_close (&f);
}

static gboolean
is_refused (gpointer page)
{
  return cvn_ui_find_text (page, GTK_TYPE_LABEL, "A decision cannot be dated in the future: fill in the day on which it was taken.") != NULL;
}

static gboolean
is_move_refused (gpointer page)
{
  GtkWidget *label = cvn_ui_find_text (page, GTK_TYPE_LABEL, "“Under reconsideration” cannot follow “No decision yet”. Allowed are: “Invited”, “Being decided”, “Pledged”, “Approved”, “Declined”, “Signed”.");

  return label != NULL;
}

static gboolean
is_closed (gpointer popover)
{
  return !gtk_widget_get_visible (popover);
}

/* Wrong dates are refused at the row, with what is allowed; nothing else is lost. */
static void
test_refused (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 680, "2018-12-31");
  GtkWidget         *popover;
  GtkWidget         *entry;

  focus_party (page, "Katwijk");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_in_popover, page);
  popover = find_type (GTK_WIDGET (page), CVN_TYPE_DECISION_POPOVER);
  entry = find_type (popover, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2030");
  g_assert_true (gtk_widget_grab_focus (entry));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_refused, page);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_LABEL, "Municipality of Leiden and 9 others have not signed yet"));
  take_picture (&f, "refused");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (cvn_ui_find_text (popover, GTK_TYPE_CHECK_BUTTON, "Under reconsideration")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2016");
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_move_refused, page);
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (is_closed, popover);
  cvn_ui_settle (GTK_WIDGET (page));
  cvn_register_fixture_close (&f);
}

static gboolean
has_form (gpointer page)
{
  GtkWidget *form = find_type (page, CVN_TYPE_RECORD_FORM);

  return form != NULL && cvn_record_form_get_draft (CVN_RECORD_FORM (form)) != NULL;
}

static gboolean
shows_settled (gpointer page)
{
  return cvn_ui_find_text (page, GTK_TYPE_LABEL, "Everything is settled") != NULL;
}

static gboolean
shows_key (gpointer page)
{
  return cvn_ui_find_text (page, GTK_TYPE_LABEL, "€56,383.0985") != NULL;
}

/* The other tabs, and back again from a form that was opened out of one of them. */
static void
test_tabs (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 680, NULL);
  gboolean           can_go_back;

  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (page), "contributions");
  cvn_ui_assert_eventually (shows_key, page);
  take_picture (&f, "contributions");
  cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (page), "instalments");
  cvn_ui_assert_eventually (shows_settled, page);
  take_picture (&f, "instalments");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "convenant.open", "(ss)", "agreement", cvn_cockpit_get_agreement (get_cockpit (page))));
  cvn_ui_assert_eventually (has_form, page);
  take_picture (&f, "registers");
  g_object_get (page, "can-go-back", &can_go_back, NULL);
  g_assert_true (can_go_back);
  cvn_page_go_back (page);
  g_object_get (page, "can-go-back", &can_go_back, NULL);
  g_assert_false (can_go_back);
  cvn_ui_settle (GTK_WIDGET (page));
  cvn_register_fixture_close (&f);
}

/* The words of the first choice that can be seen below @root are all there. */
static void
assert_choice_whole (GtkWidget *root)
{
  GtkWidget *choice = cvn_ui_find_text (root, GTK_TYPE_LABEL, "Extension of the covenant Expat Centre Leiden");

  g_assert_nonnull (choice);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (choice))));
}

/* No tab asks for more width than the narrowest window has. */
static void
test_narrow (void)
{
  static const char *const tabs[] = { "parties", "contributions", "instalments", "renewal", "registers" };
  CvnRegisterFixture       f = { NULL };
  CvnPage                 *page = open_page (&f, 360, 560, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strdup_printf ("narrow-%s", tabs[i]);

      cvn_tabbed_page_show_tab (CVN_TABBED_PAGE (page), tabs[i]);
      cvn_ui_settle (GTK_WIDGET (page));
      take_picture (&f, name);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), ==, 360);
      if (i == 0)
        assert_choice_whole (GTK_WIDGET (page));
    }
  cvn_register_fixture_close (&f);
}

static void
test_exact_share (void)
{
  g_autofree char *english = cvn_share_text_exact (12480000, 125100, 276900, CVN_LANGUAGE_EN);
  g_autofree char *dutch = cvn_share_text_exact (12480000, 125100, 276900, CVN_LANGUAGE_NL);
  g_autofree char *nobody = cvn_share_text_exact (100, 1, 0, CVN_LANGUAGE_EN);
  g_autofree char *number = cvn_share_text_number (1234567, CVN_LANGUAGE_NL);

  g_assert_cmpstr (english, ==, "€56,383.0985");
  g_assert_true (g_str_has_suffix (dutch, "56.383,0985"));
  g_assert_cmpstr (nobody, ==, "");
  g_assert_cmpstr (number, ==, "1.234.567");
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/convenant-page/exact-share", test_exact_share);
  g_test_add_func ("/ui/convenant-page/sample", test_sample);
  g_test_add_func ("/ui/convenant-page/decide", test_decide);
  g_test_add_func ("/ui/convenant-page/refused", test_refused);
  g_test_add_func ("/ui/convenant-page/tabs", test_tabs);
  g_test_add_func ("/ui/convenant-page/narrow", test_narrow);
  return cvn_watchdog_run_tests ();
}
