/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-register"

#include "cvn-record-form.h"
#include "cvn-record.h"
#include "cvn-register-list.h"
#include "cvn-register-page.h"
#include "register-support.h"

static gboolean
is_list_ready (gpointer data)
{
  return cvn_register_list_is_ready (data) && !cvn_record_list_is_loading (cvn_register_list_get_records (data));
}

static gboolean
has_first_record (gpointer data)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (cvn_register_list_get_records (data)), 0);

  return row == NULL || cvn_row_get_record (row) != NULL;
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

static CvnPage *
make_page (CvnRegisterFixture *f,
           int                 area,
           int                 width,
           int                 height)
{
  GtkWidget *page = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f->centre, "area", area, NULL);
  GtkWidget *list;

  cvn_register_fixture_show (f, page, width, height);
  cvn_page_activate (CVN_PAGE (page));
  list = find_type (page, CVN_TYPE_REGISTER_LIST);
  cvn_ui_assert_eventually (is_list_ready, list);
  cvn_ui_assert_eventually (has_first_record, list);
  return CVN_PAGE (page);
}

static CvnRecordForm *
get_form (CvnPage *page)
{
  return CVN_RECORD_FORM (find_type (GTK_WIDGET (page), CVN_TYPE_RECORD_FORM));
}

static CvnRegisterList *
get_list (CvnPage *page)
{
  return CVN_REGISTER_LIST (find_type (GTK_WIDGET (page), CVN_TYPE_REGISTER_LIST));
}

static gboolean
has_draft (gpointer data)
{
  return cvn_record_form_get_draft (get_form (data)) != NULL;
}

static void
open_first (CvnPage *page)
{
  g_autoptr (CvnRow) row = g_list_model_get_item (G_LIST_MODEL (cvn_register_list_get_records (get_list (page))), 0);

  if (row == NULL)
    return;
  g_assert_true (cvn_page_open_record (page, cvn_record_get_kind (cvn_row_get_record (row))->name, cvn_record_get_id (cvn_row_get_record (row))));
  cvn_ui_assert_eventually (has_draft, page);
}

/* Every kind's list and form open, with a record and for a new one, without a warning. */
static void
test_all_kinds (void)
{
  CvnRegisterFixture    f = { NULL };
  guint                 n_kinds;
  const CvnKind *const *kinds = cvn_kind_list (&n_kinds);
  CvnPage              *page;

  cvn_register_fixture_open (&f);
  page = make_page (&f, -1, 970, 700);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (kinds[i]);
      g_autofree char *name = g_strdup_printf ("list-%s", kinds[i]->name);

      g_assert_true (cvn_page_open_list (page, query, NULL));
      cvn_ui_assert_eventually (is_list_ready, get_list (page));
      cvn_ui_assert_eventually (has_first_record, get_list (page));
      cvn_register_fixture_picture (&f, name);
      open_first (page);
      cvn_ui_settle (f.window);
      cvn_page_go_back (page);
      cvn_page_add (page);
      g_assert_true (cvn_draft_is_new (cvn_record_form_get_draft (get_form (page))));
      cvn_page_go_back (page);
    }
  cvn_register_fixture_close (&f);
}

/* What a person sees of an area in windows of several sizes. */
static void
test_pictures (void)
{
  static const struct
  {
    CvnArea     area;
    const char *name;
    int         width;
    int         height;
  } pictures[] = {
    { CVN_AREA_PARTNERS, "partners", 970, 700 },
    { CVN_AREA_EVENTS, "events", 970, 700 },
    { CVN_AREA_FEES, "fees", 970, 700 },
    { CVN_AREA_CONVENANT, "convenant", 360, 560 },
    { CVN_AREA_EVENTS, "events", 360, 560 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      CvnRegisterFixture f = { NULL };
      g_autofree char   *list = g_strdup_printf ("%s-%d", pictures[i].name, pictures[i].width);
      g_autofree char   *form = g_strdup_printf ("%s-form-%d", pictures[i].name, pictures[i].width);
      CvnPage           *page;

      cvn_register_fixture_open (&f);
      page = make_page (&f, (int) pictures[i].area, pictures[i].width, pictures[i].height);
      cvn_register_fixture_picture (&f, list);
      open_first (page);
      cvn_register_fixture_picture (&f, form);
      cvn_register_fixture_close (&f);
    }
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/register/all-kinds", test_all_kinds);
  g_test_add_func ("/ui/register/pictures", test_pictures);
  return g_test_run ();
}
