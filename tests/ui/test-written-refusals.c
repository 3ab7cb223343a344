/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-written-refusals"

#include "cvn-reader.h"
#include "cvn-record-form.h"
#include "cvn-register-page.h"
#include "cvn-store.h"
#include "register-support.h"
#include "watchdog.h"

/* What a form is refused when it is written, as it has to do with other records: that stands at its field too. */

typedef struct
{
  CvnRegisterFixture base;
  CvnPage           *page;
} Fixture;

static gpointer
resolve (CvnReader    *reader,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  const char *const *name = data;

  return cvn_reader_resolve (reader, cvn_kind_find (name[0]), name[1], error);
}

static void
refer (Fixture    *f,
       CvnRecord  *record,
       const char *kind,
       const char *code)
{
  const char *name[] = { kind, code };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cvn_store_read (cvn_centre_get_store (f->base.centre), resolve, name, &error);

  g_assert_no_error (error);
  cvn_record_set_text (record, kind, id);
}

static void
store_record (Fixture   *f,
              CvnRecord *record)
{
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_ADD, cvn_record_get_kind (record), NULL);
  g_autoptr (GError) error = NULL;

  cvn_change_set_add (changes, record);
  cvn_store_apply (cvn_centre_get_store (f->base.centre), changes, &error);
  g_assert_no_error (error);
}

static CvnRecord *
make_session (gint64 minutes)
{
  CvnRecord *session = cvn_record_new (cvn_kind_find ("delivery_session"));

  cvn_record_set_text (session, "booking", "pack");
  cvn_record_set_text (session, "date", "2031-03-02");
  if (minutes > 0)
    cvn_record_set_integer (session, "minutes", minutes);
  return session;
}

/* A booking of a pack of ten hours, and a session of five that was given. */
static void
add_pack (Fixture *f)
{
  g_autoptr (CvnRecord) booking = cvn_record_new (cvn_kind_find ("booking"));
  g_autoptr (CvnRecord) session = make_session (300);

  cvn_record_set_id (booking, "pack");
  refer (f, booking, "organisation", "gem-leiden");
  refer (f, booking, "programme", "intro");
  cvn_record_set_integer (booking, "net", 100000);
  cvn_record_set_text (booking, "date", "2031-03-01");
  cvn_record_set_text (booking, "status", "requested");
  cvn_record_set_integer (booking, "minutes", 600);
  store_record (f, booking);
  store_record (f, session);
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

static CvnDraft *
get_draft (Fixture *f)
{
  return cvn_record_form_get_draft (CVN_RECORD_FORM (find_type (GTK_WIDGET (f->page), CVN_TYPE_RECORD_FORM)));
}

static gboolean
is_open (gpointer data)
{
  return get_draft (data) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  CvnDraft *draft = get_draft (data);

  return draft != NULL && !cvn_draft_is_new (draft) && !cvn_draft_is_dirty (draft) && !cvn_draft_is_saving (draft);
}

static void
fill_in (Fixture    *f,
         const char *field,
         const char *text)
{
  CvnDraft *draft = get_draft (f);

  cvn_draft_set_text (draft, (guint) cvn_kind_find_field (cvn_draft_get_kind (draft), field), text);
  cvn_draft_save (draft);
}

typedef struct
{
  Fixture    *f;
  const char *title;
  const char *sentence;
} Marked;

/* The row with this title is marked, and the sentence stands right below it. */
static gboolean
is_marked (gpointer data)
{
  Marked    *marked = data;
  GtkWidget *label = cvn_ui_find_text (find_type (GTK_WIDGET (marked->f->page), CVN_TYPE_RECORD_FORM), GTK_TYPE_LABEL, marked->title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW) : NULL;
  GtkWidget *below = row != NULL ? gtk_widget_get_next_sibling (row) : NULL;

  return below != NULL && gtk_widget_has_css_class (row, "error") && gtk_widget_get_visible (below) &&
         cvn_ui_find_text (below, GTK_TYPE_LABEL, marked->sentence) != NULL;
}

/* Refused at its row, and saved once it is mended, when nothing is marked any more. */
static void
refuse_and_mend (Fixture      *f,
                 const Marked *expected,
                 const char   *field,
                 const char   *wrong,
                 const char   *right)
{
  Marked marked = *expected;

  marked.f = f;
  fill_in (f, field, wrong);
  cvn_ui_assert_eventually (is_marked, &marked);
  fill_in (f, field, right);
  cvn_ui_assert_eventually (is_saved, f);
  g_assert_false (is_marked (&marked));
}

static void
test_sessions_and_moves (void)
{
  static const Marked session = { NULL, "Minutes (required)", "600 minutes were booked, and the sessions would come to 601." };
  static const Marked move = { NULL, "Status", "A booking cannot go from “Requested” to “Delivered”. Allowed are: “Quoted”, “Cancelled”." };
  g_autoptr (CvnRecord) another = make_session (0);
  Fixture f = { { NULL } };

  cvn_register_fixture_open (&f.base);
  add_pack (&f);
  f.page = CVN_PAGE (g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", f.base.centre, "area", -1, NULL));
  cvn_register_fixture_show (&f.base, GTK_WIDGET (f.page), 970, 700);
  cvn_page_activate (f.page);
  g_assert_true (cvn_page_add_record (f.page, another, NULL));
  cvn_ui_assert_eventually (is_open, &f);
  refuse_and_mend (&f, &session, "minutes", "301", "300");
  cvn_page_go_back (f.page);
  g_assert_true (cvn_page_open_record (f.page, "booking", "pack"));
  cvn_ui_assert_eventually (is_saved, &f);
  refuse_and_mend (&f, &move, "status", "delivered", "quoted");
  cvn_register_fixture_close (&f.base);
}

int
main (int   argc,
      char *argv[])
{
  cvn_ui_init (&argc, &argv);
  g_test_add_func ("/ui/written-refusals/sessions-and-moves", test_sessions_and_moves);
  return cvn_watchdog_run_tests ();
}
