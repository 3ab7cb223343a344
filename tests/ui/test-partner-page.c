/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-partner-page"

#include "cvn-chart-card.h"
#include "cvn-partner-box.h"
#include "cvn-partner-browser.h"
#include "cvn-partner-split.h"
#include "cvn-partner-view.h"
#include "cvn-partners-page.h"
#include "cvn-record-form.h"
#include "cvn-record.h"
#include "register-support.h"
#include "watchdog.h"

/* The page of the partners, used as a person does: with the sample centre, mostly by keyboard. */

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

/* Over the centre that @f has opened. */
static CvnPage *
show_page (CvnRegisterFixture *f,
           int                 width,
           int                 height)
{
  GtkWidget *page;

  page = g_object_new (CVN_TYPE_PARTNERS_PAGE, "centre", f->centre, "area", CVN_AREA_PARTNERS, NULL);
  cvn_register_fixture_show (f, page, width, height);
  cvn_ui_assert_eventually (is_active, f->window);
  cvn_page_activate (CVN_PAGE (page));
  cvn_ui_assert_eventually (is_ready, page);
  cvn_ui_settle (page);
  return CVN_PAGE (page);
}

static CvnPage *
open_page (CvnRegisterFixture *f,
           int                 width,
           int                 height)
{
  cvn_register_fixture_open (f);
  return show_page (f, width, height);
}

static void
take_picture_of (GtkWidget  *widget,
                 const char *name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CVN_BUILDDIR"), "out", "partners", NULL);
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0755);
  cvn_ui_settle (widget);
  g_assert_true (cvn_ui_screenshot (widget, path));
}

static void
take_picture (CvnRegisterFixture *f,
              const char         *name)
{
  take_picture_of (f->window, name);
}

static CvnPartnerView *
get_view (CvnPage *page)
{
  return CVN_PARTNER_VIEW (find_type (GTK_WIDGET (page), CVN_TYPE_PARTNER_VIEW));
}

typedef struct
{
  CvnPage    *page;
  const char *name;
} Wanted;

static gboolean
shows_partner (gpointer data)
{
  const Wanted *wanted = data;
  CvnPartner   *partner = cvn_partner_view_get_partner (get_view (wanted->page));

  return partner != NULL && cvn_partner_is_loaded (partner) && g_str_equal (cvn_partner_get_name (partner), wanted->name);
}

static void
wait_for_partner (CvnPage    *page,
                  const char *name)
{
  Wanted wanted = { page, name };

  g_test_message ("Waiting for %s", name);
  cvn_ui_assert_eventually (shows_partner, &wanted);
  cvn_ui_settle (GTK_WIDGET (page));
}

static guint
count_items (CvnPage *page)
{
  GtkListView *list = GTK_LIST_VIEW (cvn_ui_find_id (GTK_WIDGET (page), "view"));

  g_assert_true (GTK_IS_LIST_VIEW (list));
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

/* Types the words in the search box and presses Enter. */
static void
find_partner (CvnPage    *page,
              const char *words,
              const char *name)
{
  GtkWidget *search = cvn_ui_find_id (GTK_WIDGET (page), "search");

  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_grab_focus (search);
  cvn_ui_type (words);
  cvn_ui_key ("Return");
  wait_for_partner (page, name);
}

static gboolean
has_card (CvnPage    *page,
          const char *title)
{
  GtkWidget *label = cvn_ui_find_text (GTK_WIDGET (get_view (page)), GTK_TYPE_LABEL, title);
  GtkWidget *box = label != NULL ? gtk_widget_get_ancestor (label, CVN_TYPE_PARTNER_BOX) : NULL;

  return box != NULL && gtk_widget_get_visible (box);
}

/* On a wide page the first partner is shown beside the list; the kind of a partner decides about its cards. */
static void
test_cards (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 700);

  g_assert_cmpuint (count_items (page), ==, 50);
  wait_for_partner (page, "Entrepreneurs Association Leiden Bio Science Park (LBSP)");
  find_partner (page, "oegstg", "Municipality of Oegstgeest");
  g_assert_true (has_card (page, "Contributions"));
  g_assert_true (has_card (page, "Registrations"));
  g_assert_true (has_card (page, "Contacts"));
  g_assert_false (has_card (page, "Bookings"));
  take_picture (&f, "municipality");
  find_partner (page, "99010001", "Demo Biotech Alpha B.V.");
  g_assert_true (has_card (page, "Bookings"));
  g_assert_true (has_card (page, "Partner Packages"));
  g_assert_false (has_card (page, "Registrations"));
  take_picture (&f, "company");
  cvn_register_fixture_close (&f);
}

static gboolean
has_nothing (gpointer page)
{
  return count_items (page) == 0;
}

static gboolean
has_all (gpointer page)
{
  return count_items (page) == 50;
}

static void
test_no_results (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 700);
  GtkWidget         *search = cvn_ui_find_id (GTK_WIDGET (page), "search");

  gtk_widget_grab_focus (search);
  cvn_ui_type ("qqxyzzy");
  cvn_ui_assert_eventually (has_nothing, page);
  take_picture (&f, "no-results");
  g_assert_true (gtk_widget_activate_action (search, "partners.clear", NULL));
  cvn_ui_assert_eventually (has_all, page);
  cvn_register_fixture_close (&f);
}

/* With nobody to choose, one place says that there is nobody, and not another one that somebody is to be chosen. */
static void
test_empty (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page;

  cvn_register_fixture_open_empty (&f);
  page = show_page (&f, 970, 700);
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Partners Yet"));
  g_assert_null (cvn_ui_find_text (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Partner Chosen"));
  cvn_register_fixture_close (&f);
}

static gboolean
is_focus_below (CvnPage *page,
                GType    type)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
is_focus_in_form (gpointer page)
{
  return is_focus_below (page, CVN_TYPE_RECORD_FORM);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkWidget *row = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL; child = gtk_widget_get_next_sibling (child))
    row = find_row (child, title);
  return row;
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

/* Edit, type, leave the row, Esc, undo: without the mouse. */
static void
test_edit (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 700);
  GtkWidget         *form;

  find_partner (page, "katwijk", "Municipality of Katwijk");
  gtk_widget_grab_focus (cvn_ui_find_text (GTK_WIDGET (get_view (page)), GTK_TYPE_BUTTON, "_Edit"));
  cvn_ui_key ("Return");
  cvn_ui_assert_eventually (is_focus_in_form, page);
  form = find_type (GTK_WIDGET (page), CVN_TYPE_RECORD_FORM);
  take_picture (&f, "form");
  gtk_widget_grab_focus (find_row (form, "Name (English)"));
  cvn_ui_key ("End");
  cvn_ui_type (" aan Zee");
  cvn_ui_key ("Tab");
  wait_for_partner (page, "Municipality of Katwijk aan Zee");
  cvn_ui_key ("Escape");
  cvn_ui_settle (GTK_WIDGET (page));
  g_assert_null (cvn_record_form_get_draft (CVN_RECORD_FORM (form)));
  cvn_centre_undo_async (f.centre, NULL, undone_cb, NULL);
  wait_for_partner (page, "Municipality of Katwijk");
  cvn_register_fixture_close (&f);
}

static gboolean
is_notice_shown (gpointer page)
{
  GtkWidget *label = cvn_ui_find_text (page, GTK_TYPE_LABEL, "Looks like “Demo Biotech Alpha B.V.”.");

  return label != NULL && gtk_revealer_get_child_revealed (GTK_REVEALER (gtk_widget_get_ancestor (label, GTK_TYPE_REVEALER)));
}

/* The warning comes while the name is being typed, before anything is saved; its button opens the known organisation. */
static void
test_similar (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 700);

  cvn_page_add (page);
  cvn_ui_assert_eventually (is_focus_in_form, page);
  gtk_widget_grab_focus (find_row (find_type (GTK_WIDGET (page), CVN_TYPE_RECORD_FORM), "Name (Dutch)"));
  cvn_ui_type ("demo biotech alfa");
  cvn_ui_assert_eventually (is_notice_shown, page);
  take_picture (&f, "similar");
  cvn_ui_click (cvn_ui_find_text (GTK_WIDGET (page), GTK_TYPE_BUTTON, "_Open It"));
  wait_for_partner (page, "Demo Biotech Alpha B.V.");
  cvn_register_fixture_close (&f);
}

static gboolean
shows_list (gpointer split)
{
  return !cvn_partner_split_get_show_detail (split);
}

/* On a narrow page a partner slides over the list, and Esc goes back to it. */
static void
test_narrow (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 350, 560);
  CvnPartnerSplit   *split = CVN_PARTNER_SPLIT (find_type (GTK_WIDGET (page), CVN_TYPE_PARTNER_SPLIT));
  gboolean           can_go_back;

  g_assert_true (cvn_partner_split_is_folded (split));
  g_assert_false (cvn_partner_split_get_show_detail (split));
  take_picture (&f, "narrow-list");
  find_partner (page, "univers", "Leiden University");
  g_assert_true (cvn_partner_split_get_show_detail (split));
  g_object_get (page, "can-go-back", &can_go_back, NULL);
  g_assert_true (can_go_back);
  g_assert_cmpstr (cvn_page_get_title (page), ==, "Leiden University");
  take_picture (&f, "narrow");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), ==, 350);
  gtk_widget_grab_focus (cvn_ui_find_text (GTK_WIDGET (get_view (page)), GTK_TYPE_BUTTON, "_Edit"));
  cvn_ui_key ("Escape");
  cvn_ui_assert_eventually (shows_list, split);
  g_assert_true (is_focus_below (page, CVN_TYPE_PARTNER_BROWSER));
  g_assert_null (cvn_page_get_title (page));
  cvn_register_fixture_close (&f);
}

static GtkWidget *
find_why (CvnPage    *page,
          const char *title)
{
  GtkWidget *label = cvn_ui_find_text (GTK_WIDGET (get_view (page)), GTK_TYPE_LABEL, title);

  return find_type (gtk_widget_get_parent (label), GTK_TYPE_MENU_BUTTON);
}

static gboolean
has_total (gpointer popover)
{
  return cvn_ui_find_text (popover, GTK_TYPE_LABEL, "€86,475.60") != NULL;
}

/* A total tells its rule, and the rows that add up to it. */
static void
test_why (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 700);
  GtkWidget         *why;

  find_partner (page, "katwijk", "Municipality of Katwijk");
  why = find_why (page, "Contributions");
  gtk_menu_button_popup (GTK_MENU_BUTTON (why));
  cvn_ui_assert_eventually (has_total, gtk_menu_button_get_popover (GTK_MENU_BUTTON (why)));
  g_assert_true (gtk_widget_get_visible (why));
  take_picture_of (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (why))), "why");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (why));
  cvn_ui_settle (GTK_WIDGET (page));
  cvn_register_fixture_close (&f);
}

static gboolean
has_text (gpointer row)
{
  return *gtk_editable_get_text (row) != '\0';
}

/* Keys arrive after a while: the next row waits for the first of them. */
static void
type_in (GtkWidget  *row,
         const char *text)
{
  gtk_widget_grab_focus (row);
  cvn_ui_type (text);
  cvn_ui_assert_eventually (has_text, row);
  cvn_ui_settle (row);
}

static gboolean
has_draft_of_interaction (gpointer page)
{
  GtkWidget *form = find_type (page, CVN_TYPE_RECORD_FORM);
  CvnDraft  *draft = form != NULL ? cvn_record_form_get_draft (CVN_RECORD_FORM (form)) : NULL;

  return draft != NULL && g_str_equal (cvn_draft_get_kind (draft)->name, "interaction");
}

static gboolean
has_interaction (gpointer page)
{
  return cvn_partner_get_interactions (cvn_partner_view_get_partner (get_view (page)))->len == 1;
}

/* An interaction is added in the form of the partner, and opens again from elsewhere. */
static void
test_interaction (void)
{
  CvnRegisterFixture f = { NULL };
  CvnPage           *page = open_page (&f, 970, 700);
  GtkWidget         *form;
  g_autofree char   *id = NULL;

  find_partner (page, "katwijk", "Municipality of Katwijk");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_view (page)), "partner.add", "s", "interaction"));
  cvn_ui_assert_eventually (has_draft_of_interaction, page);
  form = find_type (GTK_WIDGET (page), CVN_TYPE_RECORD_FORM);
  type_in (find_row (form, "Follow up on"), "2021-01-12");
  type_in (find_row (form, "Subject"), "Renewal of the covenant");
  cvn_ui_key ("Tab");
  cvn_ui_assert_eventually (has_interaction, page);
  cvn_page_go_back (page);
  cvn_ui_settle (GTK_WIDGET (page));
  g_assert_nonnull (cvn_ui_find_text (GTK_WIDGET (get_view (page)), GTK_TYPE_CHECK_BUTTON, "Done"));
  take_picture (&f, "interaction");
  id = g_strdup (cvn_record_get_id (g_ptr_array_index (cvn_partner_get_interactions (cvn_partner_view_get_partner (get_view (page))), 0)));
  g_assert_true (cvn_page_open_record (page, "interaction", id));
  cvn_ui_assert_eventually (has_draft_of_interaction, page);
  g_assert_false (cvn_page_open_record (page, "booking", id));
  cvn_register_fixture_close (&f);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/partner-page/cards", test_cards);
  g_test_add_func ("/ui/partner-page/no-results", test_no_results);
  g_test_add_func ("/ui/partner-page/empty", test_empty);
  g_test_add_func ("/ui/partner-page/edit", test_edit);
  g_test_add_func ("/ui/partner-page/similar", test_similar);
  g_test_add_func ("/ui/partner-page/narrow", test_narrow);
  g_test_add_func ("/ui/partner-page/why", test_why);
  g_test_add_func ("/ui/partner-page/interaction", test_interaction);
  return cvn_watchdog_run_tests ();
}
